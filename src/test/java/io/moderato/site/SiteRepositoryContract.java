package io.moderato.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SiteRepositoryContract {
  private final Site blog = Sites.site(
      "blog", Sites.key("first", Scope.SUBMIT), Sites.key("second", Scope.READ, Scope.FEEDBACK));

  abstract SiteRepository sites();

  @Test
  void a_site_is_found_as_it_was_added() {
    var full = new Site(
        new SiteId("only-news"),
        "Ōnly «News» 📰 \u0000\u202e",
        "https://news.example.org/?a=1&b=ü",
        List.of("en", "zh-Hant"),
        90,
        new Privacy(false, true),
        new DoorSettings(List.of("corsec_1", "corsec_2"), true, true),
        List.of("spam-words"),
        List.of("Off topic", "Advertising"),
        new DrawRates(0.01, 0.25, 0.5),
        new ActivationRequirements(
            new RequiredPrecision(0.9975, 400, true), new RequiredPrecision(0.5, 100, false)),
        List.of(
            new ApiKey("k1", "a".repeat(64), EnumSet.allOf(Scope.class), Sites.CREATED, null),
            new ApiKey("k2", "b".repeat(64), EnumSet.noneOf(Scope.class), Sites.CREATED, null)),
        List.of(
            new Webhook(
                "0123456789ab",
                "https://blog.example.org/hooks?a=1",
                Set.of("comment.approved", "comment.held"),
                true,
                List.of(
                    new WebhookSecret("whsec_bmV3", Sites.CREATED, null),
                    new WebhookSecret("whsec_b2xk", Sites.CREATED, Sites.CREATED.plusSeconds(9))),
                Sites.CREATED),
            new Webhook("f", "http://192.0.2.1/", Set.of(), false, List.of(), Sites.CREATED)),
        List.of(
            new PolicyActivation("house-rules@2", Sites.CREATED.plusSeconds(7), "key:k1"),
            new PolicyActivation("blog@1", Sites.CREATED, "operator")),
        Sites.CREATED,
        7);

    assertThat(sites().addIfNew(full).await()).isTrue();

    assertThat(sites().find(full.id()).await()).contains(full);
  }

  @Test
  void a_site_may_have_no_more_than_a_name() {
    var bare = Sites.site("bare");

    sites().addIfNew(bare).await();

    assertThat(sites().find(bare.id()).await()).contains(bare);
  }

  @Test
  void an_id_that_is_taken_is_not_added_and_changes_nothing() {
    sites().addIfNew(blog).await();

    assertThat(sites().addIfNew(Sites.site("blog")).await()).isFalse();

    assertThat(sites().find(blog.id()).await()).contains(blog);
  }

  @Test
  void an_unknown_site_is_not_found() {
    sites().addIfNew(blog).await();

    assertThat(sites().find(new SiteId("blo")).await()).isEmpty();
    assertThat(sites().find(new SiteId("blog-2")).await()).isEmpty();
  }

  @Test
  void a_site_is_found_by_each_of_its_keys_and_by_no_other() {
    sites().addIfNew(Sites.site("other", Sites.key("third", Scope.READ))).await();
    sites().addIfNew(blog).await();

    assertThat(byKey("first")).contains(blog);
    assertThat(byKey("second")).contains(blog);
    assertThat(byKey("fourth")).isEmpty();
    assertThat(sites().findByKeyHash("").await()).isEmpty();
  }

  @Test
  void all_are_given_by_their_ids_page_by_page() {
    var named = List.of("b-2", "a", "c", "b").stream().map(Sites::site).toList();
    named.forEach(site -> sites().addIfNew(site).await());

    var first = sites().all(null, 3).await();
    var second = sites().all(first.get(2).id(), 3).await();

    assertThat(first).extracting(site -> site.id().value()).containsExactly("a", "b", "b-2");
    assertThat(second).extracting(site -> site.id().value()).containsExactly("c");
  }

  @Test
  void replacing_counts_the_version_up() {
    sites().addIfNew(blog).await();
    var changed = blog.withKeys(List.of(Sites.key("third", Scope.ADMIN)));

    assertThat(sites().replace(changed).await()).isTrue();

    assertThat(sites().find(blog.id()).await()).contains(Sites.counted(changed));
  }

  @Test
  void a_key_that_is_no_longer_the_sites_finds_nothing() {
    sites().addIfNew(blog).await();

    sites().replace(blog.withKeys(blog.keys().subList(1, 2))).await();

    assertThat(byKey("first")).isEmpty();
    assertThat(byKey("second")).isPresent();
  }

  @Test
  void a_site_that_changed_meanwhile_is_not_replaced() {
    sites().addIfNew(blog).await();
    var winner = blog.withKeys(List.of());
    sites().replace(winner).await();

    assertThat(sites().replace(blog).await()).isFalse();

    assertThat(sites().find(blog.id()).await()).contains(Sites.counted(winner));
  }

  @Test
  void a_site_that_is_absent_is_not_replaced() {
    assertThat(sites().replace(blog).await()).isFalse();

    assertThat(sites().find(blog.id()).await()).isEmpty();
  }

  @Test
  void of_many_that_add_one_site_at_once_one_does() {
    var added = atOnce(() -> sites().addIfNew(blog));

    assertThat(added).containsOnlyOnce(true);
  }

  @Test
  void of_many_that_replace_one_version_at_once_one_does() {
    sites().addIfNew(blog).await();

    var replaced = atOnce(() -> sites().replace(blog));

    assertThat(replaced).containsOnlyOnce(true);
    assertThat(sites().find(blog.id()).await()).contains(Sites.counted(blog));
  }

  private Optional<Site> byKey(String secret) {
    return sites().findByKeyHash(new KeySecret(secret).hash()).await();
  }

  private static List<Boolean> atOnce(Supplier<Future<Boolean>> write) {
    var started = IntStream.range(0, 64).mapToObj(i -> write.get()).toList();
    return Future.all(started).await().list();
  }
}
