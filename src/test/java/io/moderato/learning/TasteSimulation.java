package io.moderato.learning;

import io.moderato.AdjustableClock;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.classify.Scores;
import io.moderato.feedback.FakeSuggestedLabelsRepository;
import io.moderato.learning.ScriptedSite.Arrival;
import io.moderato.model.ModelStore;
import io.moderato.phrase.PhraseClassifier;
import io.moderato.policy.Policy;
import io.moderato.policy.Presets;
import io.moderato.policy.Verdict;
import io.moderato.signals.Signals;
import io.moderato.site.Site;
import io.moderato.site.Sites;
import io.moderato.training.CommonLessons;
import io.moderato.training.TasteTrainer;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A scripted moderator decides on real comments in the order in which they come, and the site learns as it does in the service: the same
 * rounds, trials and policy. What would have been shown of each comment is held against what the moderator truly thinks of it.
 */
final class TasteSimulation {
  /** Decisions between two rounds of learning. */
  private static final int ROUND = 25;

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final Policy policy = Presets.defaultPolicy();
  private final Site site = Sites.site("simulated");
  private final OpenNlpClassifier classifier;
  private final FakeTaughtComments comments;
  private final FakeLearningRepository repository = new FakeLearningRepository(clock);
  private final FakeModelFiles files = new FakeModelFiles();
  private final LearnSite learnSite;
  private final List<Window> windows = new ArrayList<>();
  private @Nullable OpenNlpClassifier serving;
  private int servingNumber;

  TasteSimulation() {
    var base = new ModelStore(Path.of("models")).load("base");
    var trainer = new TasteTrainer(base.model(), CommonLessons.shipped());
    classifier = new OpenNlpClassifier(io.moderato.classify.Models.serving(base.model()));
    comments = new FakeTaughtComments(classifier, policy);
    learnSite = new LearnSite(
        repository,
        files,
        new PredictDecisions(comments),
        new ReadExamples(comments, new FakeSuggestedLabelsRepository()),
        new WeighAccounts(trainer),
        new FitTaste(trainer),
        CheckOnBase.shipped(taste -> new PhraseClassifier(classifier.with(taste))),
        any -> Future.succeededFuture(policy),
        clock);
  }

  /**
   * How decisions were met.
   *
   * @param baseErrors of the default policy with the base model alone: shown and should not, or not shown and should
   * @param errors the same with the site's own model
   * @param good comments that the moderator wants
   * @param goodRejected of these, rejected by the site's own model and not by the base model alone
   */
  record Window(
      int decisions,
      int rejected,
      int baseErrors,
      int errors,
      int good,
      int goodHeldByBase,
      int goodHeld,
      int goodRejected) {
    double gone() {
      return baseErrors == 0 ? 0 : 1 - errors / (double) baseErrors;
    }
  }

  /** Who decides, and how. */
  interface Script {
    Script HONEST = (arrival, number) -> new Word("moderator:anna", arrival.rejected());

    Word decide(Arrival arrival, int number);
  }

  record Word(String by, boolean rejected) {}

  /** One of ten decisions is a slip. */
  static Script slipping() {
    var random = new Random(7);
    return (arrival, number) ->
        new Word("moderator:anna", random.nextInt(10) == 0 != arrival.rejected());
  }

  /** One of five decisions is taken by an account that decides the other way. */
  static Script withHostileAccount() {
    var random = new Random(8);
    return (arrival, number) -> random.nextInt(5) == 0
        ? new Word("moderator:mallory", !arrival.rejected())
        : new Word("moderator:anna", arrival.rejected());
  }

  /** @param windowSize how many decisions a window has */
  List<Window> run(ScriptedSite scripted, Script script, int windowSize) {
    var part = new ArrayList<int[]>();
    int number = 0;
    for (var arrival : scripted.arrivals()) {
      clock.advance(Duration.ofMinutes(1));
      part.add(met(arrival));
      var word = script.decide(arrival, number);
      comments.decide(
          "c%06d".formatted(number), arrival.text(), word.rejected(), word.by(), clock.instant());
      number++;
      if (number % ROUND == 0) {
        learnSite.learn(site, 0);
        serve();
      }
      if (part.size() == windowSize || number == scripted.arrivals().size()) {
        windows.add(window(part));
        part.clear();
      }
    }
    return windows;
  }

  Learning learning() {
    return repository.find(site.id()).await().orElse(Learning.NONE);
  }

  /** Rejected, base erred, erred, good held by base, good held, good rejected. */
  private int[] met(Arrival arrival) {
    var signals =
        FakeTaughtComments.signals(serving == null ? classifier : serving, arrival.text());
    var base = verdict(signals.with(signals.scores().without(Label.SITE)));
    var now = verdict(capped(signals));
    boolean good = !arrival.rejected();
    return new int[] {
      arrival.rejected() ? 1 : 0,
      base == Verdict.APPROVE != good ? 1 : 0,
      now == Verdict.APPROVE != good ? 1 : 0,
      good && base != Verdict.APPROVE ? 1 : 0,
      good && now != Verdict.APPROVE ? 1 : 0,
      good && now == Verdict.REJECT && base != Verdict.REJECT ? 1 : 0
    };
  }

  private Verdict verdict(Signals signals) {
    return Policy.verdict(policy.matching(signals));
  }

  private Signals capped(Signals signals) {
    var sure = signals.scores().of(Label.SITE);
    if (sure.isEmpty() || learning().models().mayReject()) {
      return signals;
    }
    var scores = new EnumMap<Label, Double>(Label.class);
    scores.putAll(signals.scores().byLabel());
    scores.put(Label.SITE, Math.min(sure.getAsDouble(), Models.ALMOST_SURE));
    return signals.with(new Scores(scores));
  }

  private void serve() {
    var champion = learning().models().champion();
    if (champion == null) {
      serving = null;
    } else if (champion.number() != servingNumber) {
      servingNumber = champion.number();
      serving = classifier.with(model(champion.number()));
    }
  }

  private HashedLinearModel model(int number) {
    try {
      return TasteFile.read(files.get(site.id(), number).await().orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Window window(List<int[]> part) {
    int[] sums = new int[6];
    part.forEach(each -> {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += each[i];
      }
    });
    return new Window(
        part.size(), sums[0], sums[1], sums[2], part.size() - sums[0], sums[3], sums[4], sums[5]);
  }
}
