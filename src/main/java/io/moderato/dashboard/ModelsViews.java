package io.moderato.dashboard;

import io.moderato.dashboard.DashboardView.Row;
import io.moderato.dashboard.DashboardView.Table;
import io.moderato.dashboard.DashboardView.Tile;
import io.moderato.dashboard.ModelsView.Model;
import io.moderato.dashboard.ModelsView.Moved;
import io.moderato.dashboard.ModelsView.Teacher;
import io.moderato.desk.Ages;
import io.moderato.desk.Names;
import io.moderato.desk.PageKeys;
import io.moderato.desk.QueueView.Choice;
import io.moderato.page.Messages;
import io.moderato.site.Site;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a site's learning, as {@code Learning} of the contract has it, into words and tables. */
final class ModelsViews {
  private final Messages t;
  private final Names names;

  ModelsViews(Messages t, Names names) {
    this.t = t;
    this.names = names;
  }

  ModelsView view(Site site, List<Site> own, JsonObject learning) {
    var champion = learning.getJsonObject("champion");
    return new ModelsView(
        site.id().value(),
        own.stream().map(each -> new Choice(each.id().value(), each.name())).toList(),
        sentence(learning),
        each(learning, "alarms", alarm -> t.text("models.alarm." + alarm.getString("kind"))),
        tiles(learning),
        models(learning),
        champion != null,
        figures(learning),
        each(learning.getJsonObject("learnt"), "moved", moved -> moved(site, moved)),
        each(learning, "accounts", this::teacher));
  }

  private static <T> List<T> each(JsonObject json, String name, Function<JsonObject, T> form) {
    JsonArray array = json.getJsonArray(name);
    return IntStream.range(0, array.size())
        .mapToObj(i -> form.apply(array.getJsonObject(i)))
        .toList();
  }

  private String sentence(JsonObject learning) {
    var examples = learning.getJsonObject("examples");
    return t.text(
        "models.state." + learning.getString("state"),
        examples.getInteger("rejected"),
        examples.getInteger("approved"),
        examples.getInteger("needed"));
  }

  private List<Tile> tiles(JsonObject learning) {
    var examples = learning.getJsonObject("examples");
    var trial = learning.getJsonObject("trial");
    var drift = learning.getJsonObject("drift");
    var rejected = examples.getInteger("rejected");
    var approved = examples.getInteger("approved");
    return List.of(
        new Tile(
            Integer.toString(rejected + approved),
            t.text("models.examples"),
            t.text("models.examplesOf", rejected, approved)),
        new Tile(
            decimal(trial.getDouble("evidence")),
            t.text("models.evidence"),
            t.text("models.evidenceOf", decimal(trial.getDouble("needed")))),
        new Tile(
            trial.getInteger("championErrors") + " : " + trial.getInteger("challengerErrors"),
            t.text("models.trial"),
            t.text("models.trialOf", trial.getInteger("decisions"))),
        new Tile(orDash(drift.getDouble("scores")), t.text("models.driftScores"), ""),
        new Tile(percent(drift.getDouble("vocabulary")), t.text("models.driftWords"), ""),
        new Tile(
            t.text(learning.getBoolean("mayReject") ? "models.yes" : "models.no"),
            t.text("models.mayReject"),
            ""));
  }

  private List<Model> models(JsonObject learning) {
    var models = new ArrayList<Model>();
    add(models, "champion", learning.getJsonObject("champion"));
    add(models, "challenger", learning.getJsonObject("challenger"));
    each(learning, "former", former -> model("former", former)).forEach(models::add);
    return models;
  }

  private void add(List<Model> models, String part, @Nullable JsonObject json) {
    if (json != null) {
      models.add(model(part, json));
    }
  }

  private Model model(String part, JsonObject json) {
    return new Model(
        t.text("models." + part),
        json.getString("version"),
        Ages.full(t, Instant.parse(json.getString("trainedAt"))),
        t.text("models.examplesOf", json.getInteger("rejected"), json.getInteger("approved")),
        onBase(json.getJsonObject("onBase")));
  }

  private String onBase(JsonObject check) {
    return t.text(
        "models.onBaseOf",
        check.getInteger("calmHeld"),
        check.getInteger("calmHeldByBase"),
        check.getInteger("calm"),
        check.getInteger("badShown"),
        check.getInteger("badShownByBase"),
        check.getInteger("bad"));
  }

  private List<Table> figures(JsonObject learning) {
    var falsePositives = learning.getJsonObject("falsePositives");
    var learnt = learning.getJsonObject("learnt");
    return List.of(
        new Table(
            t.text("models.overTime"),
            "lines",
            List.of(t.text("models.until"), t.text("models.withSite"), t.text("models.baseAlone")),
            each(learning, "stretches", this::agreement)),
        new Table(
            t.text("models.goodOverTime"),
            "lines",
            List.of(
                t.text("models.until"),
                t.text("models.goodHeld"),
                t.text("models.goodHeldByBase"),
                t.text("models.goodRejected")),
            each(learning, "stretches", this::good)),
        new Table(
            t.text("models.reliability"),
            "curve",
            List.of(
                t.text("models.tenth"),
                t.text("models.score"),
                t.text("models.rate"),
                t.text("models.share")),
            each(learning, "reliability", this::tenth)),
        new Table(
            t.text("models.thresholds"),
            "none",
            List.of(
                t.text("models.threshold"), t.text("models.goodHeld"), t.text("models.badCaught")),
            each(learning, "thresholds", this::threshold)),
        shares("dashboard.byLabel", falsePositives, "labels", "label."),
        shares("dashboard.byLanguage", falsePositives, "languages", "language."),
        words("models.against", learnt, "against"),
        words("models.approving", learnt, "approving"));
  }

  private Row agreement(JsonObject stretch) {
    int decisions = stretch.getInteger("decisions");
    return row(
        stretch,
        share(decisions - stretch.getInteger("errors"), decisions),
        share(decisions - stretch.getInteger("baseErrors"), decisions));
  }

  private Row good(JsonObject stretch) {
    int good = stretch.getInteger("decisions") - stretch.getInteger("rejected");
    return row(
        stretch,
        share(stretch.getInteger("goodHeld"), good),
        share(stretch.getInteger("goodHeldByBase"), good),
        share(stretch.getInteger("goodRejected"), good));
  }

  private Row row(JsonObject stretch, String... values) {
    var to = Instant.parse(stretch.getString("to"));
    return new Row(Ages.full(t, to), to.getEpochSecond(), List.of(values));
  }

  private Row tenth(JsonObject tenth) {
    double score = tenth.getDouble("score");
    return new Row(
        Integer.toString((int) Math.min(9, score * 10) + 1),
        0,
        List.of(
            decimal(score), decimal(tenth.getDouble("rate")), percent(tenth.getDouble("share"))));
  }

  private Row threshold(JsonObject at) {
    return new Row(
        decimal(at.getDouble("score")),
        0,
        List.of(percent(at.getDouble("goodHeld")), percent(at.getDouble("badCaught"))));
  }

  private Table shares(String title, JsonObject json, String name, String prefix) {
    return new Table(
        t.text(title),
        "shares",
        List.of(t.text("dashboard.kind"), t.text("dashboard.share"), t.text("dashboard.cases")),
        each(json, name, each -> {
          int approved = each.getInteger("approved");
          int against = each.getInteger("against");
          return new Row(
              t.textOr(prefix + each.getString("of"), each.getString("of")),
              0,
              List.of(share(approved, against), approved + " / " + against));
        }));
  }

  private Table words(String title, JsonObject learnt, String name) {
    return new Table(
        t.text(title),
        "bars",
        List.of(t.text("models.word"), t.text("models.weight"), t.text("models.comments")),
        each(
            learnt,
            name,
            word -> new Row(
                word.getString("word"),
                0,
                List.of(
                    decimal(Math.abs(word.getDouble("weight"))),
                    Integer.toString(word.getInteger("comments"))))));
  }

  private Moved moved(Site site, JsonObject moved) {
    var comment = moved.getString("comment");
    return new Moved(
        comment,
        "/review?at=" + PageKeys.encoded(site.id() + "/" + comment),
        t.text(moved.getBoolean("rejected") ? "status.rejected" : "status.approved"),
        decimal(moved.getDouble("champion")),
        decimal(moved.getDouble("challenger")));
  }

  private Teacher teacher(JsonObject account) {
    var name = account.getString("account");
    return new Teacher(
        name,
        names.name(t, name),
        t.text("models.examplesOf", account.getInteger("rejected"), account.getInteger("approved")),
        percent(account.getDouble("agreement")),
        decimal(account.getDouble("weight")),
        account.getBoolean("doubtful"),
        account.getBoolean("heard"));
  }

  private String share(int part, int whole) {
    return whole == 0 ? "–" : String.format(t.locale(), "%.1f", 100.0 * part / whole);
  }

  private String percent(@Nullable Double share) {
    return share == null ? "–" : String.format(t.locale(), "%.1f %%", 100 * share);
  }

  private String orDash(@Nullable Double value) {
    return value == null ? "–" : decimal(value);
  }

  private String decimal(double value) {
    return String.format(t.locale(), "%.2f", value);
  }
}
