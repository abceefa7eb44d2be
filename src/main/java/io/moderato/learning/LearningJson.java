package io.moderato.learning;

import io.moderato.site.SiteId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form in which a site's learning leaves; see {@code Learning} of the contract. */
final class LearningJson {
  private static final double GREAT_DRIFT = 0.25;
  private static final double MORE_NEW_WORDS = 1.5;

  private final SiteId site;
  private final Learning learning;
  private final LearningFigures figures;
  private final boolean isDamaged;

  private LearningJson(SiteId site, Learning learning, boolean isDamaged) {
    this.site = site;
    this.learning = learning;
    this.figures = new LearningFigures(learning.decisions().recent());
    this.isDamaged = isDamaged;
  }

  /** @param isDamaged whether the champion's file can't be read */
  static JsonObject of(SiteId site, Learning learning, boolean isDamaged) {
    return new LearningJson(site, learning, isDamaged).json();
  }

  private JsonObject json() {
    var models = learning.models();
    return new JsonObject()
        .put("state", state())
        .put("sentence", sentence())
        .put(
            "examples",
            new JsonObject()
                .put("rejected", learning.rejected())
                .put("approved", learning.approved())
                .put("needed", FitTaste.FEWEST))
        .put("champion", model(models.champion()))
        .put("mayReject", models.mayReject())
        .put("challenger", model(models.challenger()))
        .put("former", array(models.former(), this::model))
        .put("trial", trial())
        .put("stretches", array(learning.decisions().stretches(), LearningJson::stretch))
        .put(
            "reliability",
            array(
                figures.reliability(),
                bin -> new JsonObject()
                    .put("score", rounded(bin.score()))
                    .put("rate", rounded(bin.rate()))
                    .put("share", rounded(bin.share()))))
        .put(
            "thresholds",
            array(
                figures.thresholds(),
                at -> new JsonObject()
                    .put("score", at.score())
                    .put("goodHeld", rounded(at.goodHeld()))
                    .put("badCaught", rounded(at.badCaught()))))
        .put(
            "falsePositives",
            new JsonObject()
                .put("labels", array(figures.byLabel(), LearningJson::falsePositives))
                .put("languages", array(figures.byLanguage(), LearningJson::falsePositives)))
        .put("drift", drift())
        .put("learnt", learnt())
        .put("accounts", array(learning.accounts(), this::account))
        .put("alarms", alarms());
  }

  private String state() {
    return learning.models().champion() != null
        ? "serving"
        : learning.models().challenger() != null ? "trial" : "silent";
  }

  private String sentence() {
    var champion = learning.models().champion();
    if (champion != null) {
      return "%s@%d scores SITE, learnt from %,d rejected and %,d approved examples."
          .formatted(site, champion.number(), champion.rejected(), champion.approved());
    }
    return learning.models().challenger() != null
        ? "A first model is tried beside; it serves once it is better than the base model alone by more than chance."
        : "Silent: %,d rejected and %,d approved examples were learnt from; it wants %d of each."
            .formatted(learning.rejected(), learning.approved(), FitTaste.FEWEST);
  }

  private @Nullable JsonObject model(@Nullable TasteModel model) {
    return model == null
        ? null
        : new JsonObject()
            .put("version", site + "@" + model.number())
            .put("trainedAt", model.trainedAt().toString())
            .put("rejected", model.rejected())
            .put("approved", model.approved())
            .put("through", model.through().toString())
            .put("onBase", onBase(model.onBase()));
  }

  private static JsonObject onBase(BaseCheck check) {
    return new JsonObject()
        .put("calm", check.calm())
        .put("calmHeld", check.calmHeld())
        .put("calmHeldByBase", check.calmHeldByBase())
        .put("bad", check.bad())
        .put("badShown", check.badShown())
        .put("badShownByBase", check.badShownByBase())
        .put("passed", check.isPassed());
  }

  private JsonObject trial() {
    var trial = learning.trial();
    return new JsonObject()
        .put("decisions", trial.decisions())
        .put("championErrors", trial.championErrors())
        .put("challengerErrors", trial.challengerErrors())
        .put("evidence", rounded(trial.bet().evidence()))
        .put("needed", Bet.ENOUGH);
  }

  private static JsonObject stretch(Stretch stretch) {
    return new JsonObject()
        .put("from", stretch.from().toString())
        .put("to", stretch.to().toString())
        .put("decisions", stretch.decisions())
        .put("rejected", stretch.rejected())
        .put("errors", stretch.errors())
        .put("baseErrors", stretch.baseErrors())
        .put("goodHeld", stretch.goodHeld())
        .put("goodHeldByBase", stretch.goodHeldByBase())
        .put("goodRejected", stretch.goodRejected());
  }

  private static JsonObject falsePositives(LearningFigures.FalsePositives each) {
    return new JsonObject()
        .put("of", each.of())
        .put("against", each.against())
        .put("approved", each.approved());
  }

  private JsonObject drift() {
    var scores = figures.scoreDrift();
    return new JsonObject()
        .put("scores", scores.isPresent() ? rounded(scores.getAsDouble()) : null)
        .put("vocabulary", orNull(learning.learnt().newWords()))
        .put("alarm", hasDrifted());
  }

  private boolean hasDrifted() {
    var learnt = learning.learnt();
    return figures.scoreDrift().orElse(0) >= GREAT_DRIFT
        || learnt.newWords() >= MORE_NEW_WORDS * learnt.newWordsBefore(); // never of NaN
  }

  private JsonObject learnt() {
    return new JsonObject()
        .put("against", array(learning.learnt().against(), LearningJson::word))
        .put("approving", array(learning.learnt().approving(), LearningJson::word))
        .put(
            "moved",
            array(
                figures.moved(),
                each -> new JsonObject()
                    .put("comment", each.id())
                    .put("rejected", each.rejected())
                    .put("champion", rounded(each.champion()))
                    .put("challenger", rounded(each.challenger()))));
  }

  private static JsonObject word(Learnt.Word word) {
    return new JsonObject()
        .put("word", word.word())
        .put("weight", rounded(word.weight()))
        .put("comments", word.examples());
  }

  private JsonObject account(Account account) {
    return new JsonObject()
        .put("account", account.name())
        .put("rejected", account.rejected())
        .put("approved", account.approved())
        .put("agreement", account.agreement() == null ? null : rounded(account.agreement()))
        .put("weight", rounded(account.weight()))
        .put("doubtful", account.isDoubtful())
        .put("heard", !learning.unheard().contains(account.name()));
  }

  private JsonArray alarms() {
    var alarms = new JsonArray();
    if (isDamaged) {
      alarms.add(alarm(
          "damaged-model",
          "The champion's file can't be read; what served before goes on until it is made anew."));
    }
    var challenger = learning.models().challenger();
    if (challenger != null && !challenger.onBase().isPassed()) {
      alarms.add(alarm("refused-on-base", refusal(challenger.onBase())));
    }
    if (hasDrifted()) {
      alarms.add(
          alarm("drift", "What is written here lately is unlike what the model learnt from."));
    }
    learning.accounts().stream()
        .filter(Account::isDoubtful)
        .forEach(each -> alarms.add(alarm(
            "doubtful-account",
            "What %s decides is mostly seen otherwise by the others; it counts less."
                .formatted(each.name()))));
    return alarms;
  }

  private static String refusal(BaseCheck check) {
    return "The challenger can't take over: of %d calm comments that come with the service it would hold %d, the base model alone %d; of %d bad ones it would show %d, the base model alone %d."
        .formatted(
            check.calm(),
            check.calmHeld(),
            check.calmHeldByBase(),
            check.bad(),
            check.badShown(),
            check.badShownByBase());
  }

  private static JsonObject alarm(String kind, String text) {
    return new JsonObject().put("kind", kind).put("text", text);
  }

  private static <T> JsonArray array(Collection<T> values, Function<T, @Nullable JsonObject> json) {
    return new JsonArray(values.stream().map(json).toList());
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : rounded(value);
  }

  private static double rounded(@Nullable Double value) {
    return value == null ? 0 : Math.round(value * 10_000) / 10_000d;
  }
}
