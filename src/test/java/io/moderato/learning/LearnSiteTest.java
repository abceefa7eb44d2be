package io.moderato.learning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import io.moderato.classify.Models;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.classify.WordHashes;
import io.moderato.comment.TextFormat;
import io.moderato.feedback.FakeSuggestedLabelsRepository;
import io.moderato.policy.Presets;
import io.moderato.site.Site;
import io.moderato.site.Sites;
import io.moderato.training.ChallengeComment;
import io.moderato.training.CommonLessons;
import io.moderato.training.TasteTrainer;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A site that wants gardens and no football, of which the base model knows nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnSiteTest {
  private static final String[] GARDEN = {
    "tomatoes", "compost", "roses", "seedlings", "hedges", "pruning", "mulch", "lettuce"
  };
  private static final String[] FOOTBALL = {
    "referees", "penalties", "derbies", "offside", "keepers", "relegation", "leagues", "goals"
  };
  private static final String[] ANY = {
    "today", "again", "my brother", "last week", "in town", "as ever", "for once", "at home"
  };

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final HashedLinearModel base = Models.knowing(Label.SPAM, -2, Map.of("cialis", 40.0));
  private final OpenNlpClassifier classifier = new OpenNlpClassifier(Models.serving(base));
  private final Site site = Sites.site("blog");
  private final FakeTaughtComments comments =
      new FakeTaughtComments(classifier, Presets.defaultPolicy());
  private final FakeLearningRepository repository = new FakeLearningRepository(clock);
  private final FakeModelFiles files = new FakeModelFiles();
  private final TasteTrainer trainer = new TasteTrainer(base, CommonLessons.shipped());
  private final List<ChallengeComment> onBase = new ArrayList<>();
  private LearnSite learnSite = learnSite();
  private int decided;

  private LearnSite learnSite() {
    return new LearnSite(
        repository,
        files,
        new PredictDecisions(comments),
        new ReadExamples(comments, new FakeSuggestedLabelsRepository()),
        new WeighAccounts(trainer),
        new FitTaste(trainer),
        new CheckOnBase(onBase, classifier::with),
        any -> Future.succeededFuture(Presets.defaultPolicy()),
        clock);
  }

  @Test
  void with_fewer_than_fifty_of_a_kind_it_stays_silent() {
    decide(98, "moderator:anna");

    learn();

    assertThat(models().latest()).isNull();
    assertThat(files.all()).isEmpty();
  }

  @Test
  void a_challenger_serves_once_it_has_proven_itself_on_what_it_had_not_seen() {
    decide(100, "moderator:anna");
    learn();
    assertThat(models().champion()).isNull();
    assertThat(models().challenger()).isNotNull();

    for (int i = 0; i < 12; i++) {
      decide(25, "moderator:anna");
      learn();
    }

    assertThat(models().champion()).isNotNull();
    assertThat(score("Our derbies had goals and penalties today")).isGreaterThan(0.6);
    assertThat(score("Our roses want mulch and compost today")).isLessThan(0.4);
  }

  @Test
  void who_would_hold_what_nobody_minds_never_takes_over_and_says_why() {
    onBase.add(calm("Our derbies had goals and penalties today"));
    onBase.add(calm("Our roses want mulch and compost today"));
    learnSite = learnSite();

    decide(100, "moderator:anna");
    learn();
    for (int i = 0; i < 12; i++) {
      decide(25, "moderator:anna");
      learn();
    }

    assertThat(learning().trial().isWon()).isTrue();
    assertThat(models().champion()).isNull();
    assertThat(requireNonNull(models().challenger()).onBase())
        .isEqualTo(new BaseCheck(2, 1, 0, 0, 0, 0));
    var alarm =
        LearningJson.of(site.id(), learning(), false).getJsonArray("alarms").getJsonObject(0);
    assertThat(alarm.getString("kind")).isEqualTo("refused-on-base");
    assertThat(alarm.getString("text"))
        .contains(
            "of 2 calm comments that come with the service it would hold 1, the base model alone 0");
  }

  @Test
  void
      what_serves_and_must_forget_does_not_serve_on_if_what_is_left_would_hold_what_nobody_minds() {
    serve();
    onBase.add(calm("Our derbies had goals and penalties today"));
    learnSite = learnSite();

    store(learning().rebuilding());
    learn();

    assertThat(models().champion()).isNull();
    assertThat(files.all())
        .containsOnlyKeys(models().all().map(TasteModel::number).toList());
  }

  private static ChallengeComment calm(String text) {
    return new ChallengeComment("1a", "any", "1", null, null, text);
  }

  @Test
  void where_nothing_can_be_learnt_nothing_ever_serves() {
    var random = new Random(1);
    for (int i = 0; i < 16; i++) {
      for (int each = 0; each < 50; each++) {
        decide(text(random.nextBoolean()), random.nextInt(5) == 0, "moderator:anna");
      }
      learn();
      assertThat(models().champion()).isNull();
    }
  }

  @Test
  void undoing_the_last_hundred_gives_the_model_that_would_have_been_without_them() {
    decide(200, "moderator:anna");
    learn();
    var without = latest();

    decide(100, "moderator:anna");
    learn();
    assertThat(latest()).isNotEqualTo(without);

    for (int i = 200; i < 300; i++) {
      comments.undo(id(i));
    }
    learnSite.learn(site, 100);

    assertThat(latest()).isEqualTo(without);
  }

  @Test
  void one_account_s_influence_goes_with_one_act_and_comes_back_with_another() {
    serve();
    var before = score("Our derbies had goals and penalties today");
    decide(100, "moderator:ben");
    learn();

    act(repository.find(site.id()).await().orElseThrow().hearing("moderator:anna", false));
    assertThat(models().champion()).isNull();
    act(repository.find(site.id()).await().orElseThrow().hearing("moderator:anna", true));

    assertThat(requireNonNull(models().latest()).size()).isEqualTo(decided);
    assertThat(before).isGreaterThan(0.6);
  }

  @Test
  void a_platform_that_calls_everything_spam_turns_no_taste() {
    serve();

    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 50; i++) {
        decide(text(i % 2 == 0), true, "key:1");
      }
      decide(5, "moderator:anna");
      learn();
    }

    assertThat(score("Our roses want mulch and compost today")).isLessThan(0.5);
    assertThat(score("Our derbies had goals and penalties today")).isGreaterThan(0.5);
    assertThat(learning().accounts())
        .filteredOn(each -> each.name().equals("key:1"))
        .allSatisfy(each -> assertThat(each.isDoubtful()).isTrue());
  }

  @Test
  void a_damaged_champion_is_made_anew_of_its_examples() {
    serve();
    var champion = champion();
    var scores = score("Our derbies had goals and penalties today");
    files.all().put(champion.number(), new byte[] {1, 2, 3});

    learn();

    assertThat(champion().number()).isNotEqualTo(champion.number());
    assertThat(champion().examples()).isEqualTo(champion.examples());
    assertThat(score("Our derbies had goals and penalties today")).isEqualTo(scores);
  }

  @Test
  void what_was_rolled_back_can_be_put_back_until_another_has_won() {
    serve();
    var champion = models().champion();

    store(learning().rolledBack());
    assertThat(models().champion()).isNull();
    assertThat(learning().trial()).isEqualTo(Trial.NEW);
    learn();
    assertThat(models().champion()).isNull();

    store(learning().rolledBack());
    assertThat(models().champion()).isEqualTo(champion);
  }

  @Test
  void files_that_nobody_can_ask_for_any_more_are_removed() {
    serve();
    for (int i = 0; i < 10; i++) {
      decide(60, "moderator:anna");
      learn();
    }

    assertThat(files.all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            models().all().map(TasteModel::number).toList());
  }

  @Test
  void what_serves_is_made_anew_without_what_must_be_forgotten() {
    serve();
    var before = champion();
    for (int i = 0; i < 20; i++) {
      comments.undo(id(i));
    }

    act(learning().forgetting());

    assertThat(champion().number()).isGreaterThan(before.number());
    assertThat(models().all())
        .allSatisfy(model -> assertThat(model.size()).isLessThanOrEqualTo(decided - 20));
    assertThat(files.all()).doesNotContainKey(before.number());
    assertThat(learning().learnt().against())
        .extracting(Learnt.Word::word)
        .contains("penalties", "referees")
        .doesNotContain("roses");
    assertThat(learning().mustRebuild()).isFalse();
  }

  @Test
  void the_file_of_a_model_has_the_words_that_it_learnt_from() throws IOException {
    serve();

    var words = TasteFile.words(requireNonNull(files.all().get(champion().number())));

    assertThat(words.areUnfamiliarIn(hashes("Tomatoes, compost and roses; hedges, mulch")))
        .isFalse();
    assertThat(words.areUnfamiliarIn(hashes("Steel bridges rust where salty water meets paint")))
        .isTrue();
  }

  @Test
  void a_file_of_an_earlier_version_has_none_and_serves_all_the_same() throws IOException {
    serve();
    var model = model(champion().number());
    var before = HashedModelFile.bytes(model, "und", Map.of());

    assertThat(TasteFile.read(before)).isEqualTo(model);
    assertThat(TasteFile.words(before)
            .areUnfamiliarIn(hashes("Steel bridges rust where salty water meets paint")))
        .isFalse();
  }

  private static WordHashes hashes(String text) {
    return WordHashes.of(text, TextFormat.TEXT);
  }

  @Test
  void what_could_be_put_back_and_knows_what_must_be_forgotten_is_gone_with_its_file() {
    serve();
    var champion = champion();
    store(learning().rolledBack());
    assertThat(models().former()).containsExactly(champion);
    comments.undo(id(0));

    act(learning().forgetting());

    assertThat(models().former()).isEmpty();
    assertThat(models().champion()).isNull();
    assertThat(files.all().keySet())
        .containsExactlyElementsOf(models().all().map(TasteModel::number).toList());
  }

  /** Until a model of the site's own serves. */
  private void serve() {
    decide(100, "moderator:anna");
    learn();
    for (int i = 0; models().champion() == null && i < 30; i++) {
      decide(25, "moderator:anna");
      learn();
    }
    assertThat(models().champion()).isNotNull();
  }

  private void decide(int count, String by) {
    for (int i = 0; i < count; i++) {
      boolean football = decided % 2 == 1;
      decide(text(football), football, by);
    }
  }

  private void decide(String text, boolean rejected, String by) {
    clock.advance(Duration.ofSeconds(1));
    comments.decide(id(decided), text, rejected, by, clock.instant());
    decided++;
  }

  private static String id(int number) {
    return "c%06d".formatted(number);
  }

  private String text(boolean football) {
    var words = football ? FOOTBALL : GARDEN;
    var random = new Random(decided);
    return "%s %s and %s %s, %d of them"
        .formatted(
            ANY[random.nextInt(8)],
            words[random.nextInt(8)],
            words[random.nextInt(8)],
            ANY[random.nextInt(8)],
            decided);
  }

  private void learn() {
    learnSite.learn(site, 0);
  }

  private void act(Learning next) {
    store(next);
    learn();
  }

  private void store(Learning next) {
    assertThat(repository.replace(site.id(), next.revised()).await()).isTrue();
  }

  private Learning learning() {
    return repository.find(site.id()).await().orElseThrow();
  }

  private io.moderato.learning.Models models() {
    return learning().models();
  }

  private HashedLinearModel latest() {
    return model(requireNonNull(models().latest()).number());
  }

  private double score(String text) {
    var champion = model(champion().number());
    return classifier
        .with(champion)
        .classify(text, TextFormat.TEXT)
        .scores()
        .of(Label.SITE)
        .orElseThrow();
  }

  private TasteModel champion() {
    return requireNonNull(models().champion());
  }

  private HashedLinearModel model(int number) {
    try {
      return TasteFile.read(requireNonNull(files.all().get(number)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
