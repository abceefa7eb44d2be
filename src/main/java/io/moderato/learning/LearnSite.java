package io.moderato.learning;

import io.moderato.classify.FamiliarWords;
import io.moderato.classify.HashedLinearModel;
import io.moderato.learning.PredictDecisions.Predictors;
import io.moderato.policy.Policy;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of a site's learning: new decisions are predicted by the models that have not seen them, a challenger that has won takes over, and
 * where enough was decided since, or what was learnt from is gone, models are trained anew. Blocks; not for an event loop.
 */
final class LearnSite {
  private static final Logger LOG = LoggerFactory.getLogger(LearnSite.class);

  private final LearningRepository repository;
  private final ModelFiles files;
  private final PredictDecisions predict;
  private final ReadExamples read;
  private final WeighAccounts weigh;
  private final FitTaste fit;
  private final CheckOnBase onBase;
  private final Function<Site, Future<Policy>> activePolicy;
  private final Clock clock;

  LearnSite(
      LearningRepository repository,
      ModelFiles files,
      PredictDecisions predict,
      ReadExamples read,
      WeighAccounts weigh,
      FitTaste fit,
      CheckOnBase onBase,
      Function<Site, Future<Policy>> activePolicy,
      Clock clock) {
    this.repository = repository;
    this.files = files;
    this.predict = predict;
    this.read = read;
    this.weigh = weigh;
    this.fit = fit;
    this.onBase = onBase;
    this.activePolicy = activePolicy;
    this.clock = clock;
  }

  /**
   * Killed at any point, it leaves what served before; the next round does it again.
   *
   * @param changes so many comments may have been decided on, or decisions taken back, since models were last trained
   * @return whether models were trained, if it took that
   */
  boolean learn(Site site, int changes) {
    var before = repository.find(site.id()).await().orElse(Learning.NONE);
    var now = predicted(site, before);
    int learnt = now.rejected() + now.approved();
    boolean isDue = Math.max(changes, now.decisions().sinceTraining()) >= Learning.enoughNew(learnt)
        || now.mustRebuild();
    if (isDue) {
      now = trained(site, now);
    }
    if (!now.equals(before)) {
      store(site.id(), now);
    }
    return isDue;
  }

  /** A champion that can't be read must be made anew of its examples. */
  private Learning predicted(Site site, Learning before) {
    var now = before;
    while (true) {
      var champion = model(site.id(), now.models().champion());
      if (champion == null && now.models().champion() != null) {
        return now.rebuilding();
      }
      var challenger = model(site.id(), now.models().challenger());
      var policy = activePolicy.apply(site).await();
      var next = predict.predict(site.id(), now, new Predictors(policy, champion, challenger));
      if (next.models() == now.models()) {
        return next.sureWithReason();
      }
      LOG.atInfo()
          .addKeyValue("site", site.id())
          .addKeyValue("model", next.models().lastNumber())
          .log("challenger takes over");
      now = next;
    }
  }

  private @Nullable HashedLinearModel model(SiteId site, @Nullable TasteModel model) {
    if (model == null) {
      return null;
    }
    var file = files.get(site, model.number()).await();
    try {
      return file.isEmpty() ? null : TasteFile.read(file.get());
    } catch (IOException damaged) {
      return null;
    }
  }

  private Learning trained(Site site, Learning before) {
    var vocabulary = new Vocabulary();
    var words = new FamiliarWords.Collector();
    var examples = read.study(site.id(), before.unheardAccounts(), vocabulary, words);
    if (!FitTaste.isEnough(examples)) {
      var models = before.models().unchallenged();
      return before
          .counted(examples, List.of())
          .with(before.models().champion() == null ? models : models.rebuilt(null));
    }
    var latest = before.models().latest();
    if (!before.mustRebuild() && latest != null && latest.examples().equals(digest(examples))) {
      return before.counted(examples, before.accounts());
    }
    LOG.atInfo()
        .addKeyValue("site", site.id())
        .addKeyValue("examples", examples.size())
        .log("training a site's own model");
    var now = before.counted(examples, weigh.weigh(examples));
    var champion = before.models().champion();
    if (champion != null) {
      var known = examples.stream()
          .filter(each -> !each.at().isAfter(champion.through()))
          .toList();
      if (before.mustRebuild()
          || examples.size() < ReadExamples.MOST && !champion.examples().equals(digest(known))) {
        now = rebuilt(site, now, known, vocabulary, words.familiar());
      }
    }
    var serving = now.models().champion();
    if (serving != null && serving.examples().equals(digest(examples))) {
      return now.with(now.models().unchallenged());
    }
    var fitted = fit.fit(examples, now.accounts());
    var check = check(site, fitted);
    var challenger = stored(site.id(), now, examples, fitted, words.familiar(), check);
    return now.with(now.models().challengedBy(challenger))
        .with(now.trial().byAnother())
        .with(vocabulary.learnt(fitted));
  }

  /** Without what is gone; none where too little is left, or what is left would do worse on the base evaluation than it may. */
  private Learning rebuilt(
      Site site,
      Learning learning,
      List<StudiedExample> known,
      Vocabulary vocabulary,
      FamiliarWords words) {
    var none = learning.with(learning.models().rebuilt(null));
    if (!FitTaste.isEnough(known)) {
      return none;
    }
    var model = fit.fit(known, learning.accounts());
    var check = check(site, model);
    return check.isPassed()
        ? learning
            .with(
                learning.models().rebuilt(stored(site.id(), learning, known, model, words, check)))
            .with(vocabulary.learnt(model))
        : none;
  }

  private BaseCheck check(Site site, HashedLinearModel model) {
    return onBase.check(model, activePolicy.apply(site).await());
  }

  /** Stores a model's file, which nobody asks for until the number is told. */
  private TasteModel stored(
      SiteId site,
      Learning learning,
      List<StudiedExample> examples,
      HashedLinearModel model,
      FamiliarWords words,
      BaseCheck check) {
    int number = learning.models().lastNumber() + 1;
    files.put(site, number, TasteFile.of(model, words)).await();
    int rejected = (int) examples.stream().filter(StudiedExample::rejected).count();
    LOG.atInfo()
        .addKeyValue("site", site)
        .addKeyValue("model", number)
        .addKeyValue("examples", examples.size())
        .addKeyValue("passesBase", check.isPassed())
        .log("site's own model trained");
    return new TasteModel(
        number,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        rejected,
        examples.size() - rejected,
        examples.get(examples.size() - 1).at(),
        digest(examples),
        check);
  }

  /** Who loses the race to an admin's act learns in the next round. */
  private void store(SiteId site, Learning now) {
    if (!repository.replace(site, now.revised()).await()) {
      return;
    }
    files
        .keepOnly(site, now.models().all().map(TasteModel::number).collect(Collectors.toSet()))
        .await();
  }

  static String digest(List<StudiedExample> examples) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var each : examples) {
        var line = "%s|%s|%s|%s|".formatted(each.id(), each.at(), each.rejected(), each.text());
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
