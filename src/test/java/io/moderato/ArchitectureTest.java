package io.moderato;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
  private static final String ROOT = "io.moderato";

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .withImportOption(place -> !place.contains("/io/moderato/template/")) // made of src/main/jte
      .importPackages(ROOT);

  @Test
  void mongo_knows_nobody() {
    knowsNone("mongo").check(CLASSES);
  }

  @Test
  void embedded_knows_nobody() {
    knowsNone("embedded").check(CLASSES);
  }

  @Test
  void page_knows_nobody() {
    knowsNone("page").check(CLASSES);
  }

  @Test
  void site_knows_the_store_alone() {
    knowsOnly("site", "mongo").check(CLASSES);
  }

  @Test
  void comment_knows_sites_and_the_store() {
    knowsOnly("comment", "site", "mongo").check(CLASSES);
  }

  @Test
  void http_knows_sites_and_the_store() {
    knowsOnly("http", "site", "mongo").check(CLASSES);
  }

  @Test
  void classify_knows_comments_and_the_http_rim() {
    knowsOnly("classify", "comment", "http").check(CLASSES);
  }

  @Test
  void phrases_know_what_is_classified_and_how_texts_are_written() {
    knowsOnly("phrase", "classify", "comment").check(CLASSES);
  }

  @Test
  void signals_know_what_is_classified() {
    knowsOnly("signals", "classify").check(CLASSES);
  }

  @Test
  void recent_knows_signals_and_the_comments_they_are_of() {
    knowsOnly("recent", "signals", "classify", "comment", "site").check(CLASSES);
  }

  @Test
  void policy_knows_signals_and_what_is_classified() {
    knowsOnly("policy", "signals", "classify").check(CLASSES);
  }

  @Test
  void model_knows_what_is_classified_and_the_http_rim() {
    knowsOnly("model", "classify", "comment", "http").check(CLASSES);
  }

  @Test
  void training_knows_what_is_classified_and_the_models() {
    knowsOnly("training", "classify", "phrase", "comment", "model").check(CLASSES);
  }

  @Test
  void learning_knows_what_was_decided_and_how_to_train() {
    knowsOnly(
            "learning",
            "training",
            "moderation",
            "feedback",
            "policy",
            "signals",
            "classify",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void moderation_knows_what_it_brings_together() {
    knowsOnly(
            "moderation",
            "wordlist",
            "recent",
            "policy",
            "signals",
            "classify",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void the_desk_shows_what_others_know_and_do() {
    knowsOnly(
            "desk",
            "template",
            "page",
            "moderator",
            "review",
            "erasure",
            "audit",
            "moderation",
            "policy",
            "signals",
            "classify",
            "comment",
            "site",
            "http")
        .check(CLASSES);
    knowsOnly(
            "dashboard",
            "template",
            "page",
            "desk",
            "moderator",
            "review",
            "moderation",
            "learning",
            "audit",
            "site",
            "http")
        .check(CLASSES);
  }

  @Test
  void erasure_knows_wherever_something_of_an_author_is() {
    knowsOnly(
            "erasure",
            "recent",
            "webhook",
            "feedback",
            "audit",
            "moderation",
            "signals",
            "comment",
            "site",
            "http")
        .check(CLASSES);
  }

  @Test
  void feedback_knows_what_was_moderated() {
    knowsOnly(
            "feedback",
            "audit",
            "moderation",
            "policy",
            "classify",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void the_doors_translate_and_know_neither_models_nor_one_another() {
    knowsOnly("dropin.perspective", "feedback", "classify", "comment", "site", "http")
        .check(CLASSES);
    knowsOnly("dropin.openai", "classify", "comment", "site", "http").check(CLASSES);
    knowsOnly("dropin.coral", "moderation", "policy", "classify", "comment", "site", "http")
        .check(CLASSES);
  }

  @Test
  void replay_knows_what_is_decided_and_by_what() {
    knowsOnly(
            "replay",
            "moderation",
            "sitepolicy",
            "siteadmin",
            "policy",
            "signals",
            "wordlist",
            "model",
            "phrase",
            "classify",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void akismet_s_door_knows_what_it_translates_to() {
    knowsOnly(
            "dropin.akismet",
            "webhook",
            "feedback",
            "moderation",
            "policy",
            "classify",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void sitepolicy_knows_policies_sites_the_http_rim_and_the_store() {
    knowsOnly("sitepolicy", "policy", "signals", "classify", "site", "http", "mongo")
        .check(CLASSES);
  }

  @Test
  void transfer_knows_all_that_a_site_has() {
    knowsOnly(
            "transfer",
            "signals",
            "moderation",
            "feedback",
            "sitepolicy",
            "policy",
            "listadmin",
            "wordlist",
            "replay",
            "webhook",
            "siteadmin",
            "classify",
            "comment",
            "site",
            "http")
        .check(CLASSES);
  }

  @Test
  void siteadmin_knows_sites_the_http_rim_and_the_store() {
    knowsOnly("siteadmin", "site", "http", "mongo").check(CLASSES);
  }

  @Test
  void review_knows_what_waits_and_where_acts_are_written_down() {
    knowsOnly(
            "review",
            "audit",
            "moderation",
            "policy",
            "signals",
            "classify",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void webhook_knows_what_it_tells_of_and_whom() {
    knowsOnly("webhook", "moderation", "comment", "site", "siteadmin", "http", "mongo")
        .check(CLASSES);
  }

  @Test
  void wordlist_knows_what_is_classified_signals_sites_and_the_store() {
    knowsOnly("wordlist", "signals", "classify", "comment", "site", "mongo").check(CLASSES);
  }

  @Test
  void listadmin_knows_word_lists_past_decisions_the_http_rim_and_the_store() {
    knowsOnly(
            "listadmin",
            "wordlist",
            "moderation",
            "signals",
            "policy",
            "comment",
            "site",
            "http",
            "mongo")
        .check(CLASSES);
  }

  @Test
  void audit_knows_comments_sites_the_http_rim_and_the_store() {
    knowsOnly("audit", "comment", "site", "http", "mongo").check(CLASSES);
  }

  @Test
  void moderator_knows_what_is_written_down_sites_pages_the_http_rim_and_the_store() {
    knowsOnly("moderator", "audit", "site", "page", "template", "http", "mongo").check(CLASSES);
  }

  @Test
  void the_demonstration_knows_what_comments_and_moderators_go_through() {
    knowsOnly(
            "demo",
            "moderation",
            "review",
            "audit",
            "moderator",
            "sitepolicy",
            "policy",
            "signals",
            "comment",
            "site")
        .check(CLASSES);
    isKnownOnlyBy("demo", "app", "cli").check(CLASSES);
  }

  @Test
  void only_app_knows_the_embedded_store() {
    isKnownOnlyBy("embedded", "app").check(CLASSES);
  }

  @Test
  void only_the_command_line_and_the_bench_know_app() {
    isKnownOnlyBy("app", "cli", "bench").check(CLASSES);
  }

  @Test
  void only_main_knows_the_command_line() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".cli..")).and(not(nameMatching("io\\.moderato\\.Main"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".cli..")
        .check(CLASSES);
  }

  @Test
  void no_two_packages_know_each_other_even_by_detours() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_driver_stays_in_mongo_in_classes_that_say_so_and_in_the_wiring() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + ".mongo..", ROOT + ".app..", ROOT + ".embedded..")))
        .and(not(nameMatching(".*\\.(Mongo\\w+|\\w+Document)")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson..")
            .and(not(nameMatching("org\\.bson\\.types\\.ObjectId"))))
        .check(CLASSES);
  }

  @Test
  void the_embedded_store_and_the_driver_meet_over_the_wire_alone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..")
        .check(CLASSES);
  }

  @Test
  void web_requests_stay_in_apis_pages_and_the_http_rim() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + ".http..", ROOT + ".app..")))
        .and(not(nameMatching(
            ".*(Api|Pages|SessionGuard|SessionCookie|SignedIn|BaselineServer)(\\$.*)?")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx.ext.web..")
        .check(CLASSES);
  }

  @Test
  void deciding_uses_no_clock_no_chance_and_nothing_from_outside() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".policy..")
        .and()
        .doNotHaveSimpleName("Presets")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio..",
                    "java.time..",
                    "java.util.concurrent..",
                    "io.vertx..",
                    "com.mongodb..",
                    "org.bson..")
                .or(
                    nameMatching(
                        "java\\.util\\.(Random|SplittableRandom|UUID|Date)|java\\.security\\..*|java\\.lang\\.(Thread|Process).*")))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  @Test
  void every_package_promises_that_null_is_marked() {
    var unmarked = packages()
        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName);

    assertThat(unmarked).isEmpty();
  }

  @Test
  void no_class_has_a_name_that_says_nothing() {
    saysNothing().check(CLASSES);
  }

  @Test
  void these_checks_are_able_to_fail() {
    assertThatThrownBy(() -> knowsOnly("moderation", "site").check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.moderato.moderation.ModerateComment");
    assertThatThrownBy(() -> isKnownOnlyBy("site", "app").check(CLASSES))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> saysNothing().check(new ClassFileImporter().importClasses(Helper.class)))
        .isInstanceOf(AssertionError.class);
    assertThat(packages().map(JavaPackage::getName))
        .contains(ROOT, ROOT + ".moderation", ROOT + ".policy");
  }

  private static ArchRule knowsNone(String subject) {
    return knowsOnly(subject);
  }

  private static ArchRule knowsOnly(String subject, String... others) {
    var known = Stream.concat(Stream.of(subject), Stream.of(others))
        .map(name -> ROOT + "." + name + "..")
        .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + subject + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(known))));
  }

  private static ArchRule isKnownOnlyBy(String subject, String... others) {
    var itselfAndOthers = Stream.concat(Stream.of(subject), Stream.of(others))
        .map(name -> ROOT + "." + name + "..")
        .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + subject + "..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(itselfAndOthers);
  }

  private static ArchRule saysNothing() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)(\\$.*)?");
  }

  private Stream<JavaPackage> packages() {
    return CLASSES.stream().map(each -> each.getPackage()).collect(Collectors.toSet()).stream();
  }

  /** Named as no class of ours may be, for the check that must fail. */
  private static final class Helper {}
}
