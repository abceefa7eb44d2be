package io.moderato.learning;

import io.moderato.classify.ReadText;
import io.moderato.feedback.SuggestedLabels;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.feedback.SuggestionIds;
import io.moderato.moderation.TaughtComment;
import io.moderato.moderation.TaughtComments;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives out a site's examples as lines that any site's history takes in. */
final class ExportExamples {
  private static final int PAGE = 200;

  private final TaughtComments comments;
  private final SuggestedLabelsRepository suggestions;

  ExportExamples(TaughtComments comments, SuggestedLabelsRepository suggestions) {
    this.comments = comments;
    this.suggestions = suggestions;
  }

  /** @param out takes some lines, and completes when there is room for more */
  Future<Void> export(SiteId site, Function<String, Future<Void>> out) {
    var done = Promise.<Void>promise();
    comments(site, null, out, done);
    return done.future();
  }

  /** Page by page, without a chain of futures that would keep all pages. */
  private void comments(
      SiteId site,
      TaughtComment.@Nullable Place before,
      Function<String, Future<Void>> out,
      Promise<Void> done) {
    comments
        .latest(site, before, PAGE)
        .compose(page ->
            out.apply(lines(page.stream().map(TrainingExample::of).toList())).map(page))
        .onFailure(done::fail)
        .onSuccess(page -> {
          if (page.size() < PAGE) {
            suggestions(site, "", out, done);
          } else {
            comments(site, page.get(PAGE - 1).place(), out, done);
          }
        });
  }

  private void suggestions(
      SiteId site, String after, Function<String, Future<Void>> out, Promise<Void> done) {
    suggestions
        .list(site, after, PAGE)
        .compose(page -> out.apply(lines(
                page.stream().map(TrainingExample::of).flatMap(Optional::stream).toList()))
            .map(page))
        .onFailure(done::fail)
        .onSuccess((List<SuggestedLabels> page) -> {
          if (page.size() < PAGE) {
            done.complete();
          } else {
            suggestions(site, page.get(PAGE - 1).id(), out, done);
          }
        });
  }

  private static String lines(List<TrainingExample> examples) {
    return examples.stream()
        .flatMap(example -> example.taught(Set.of()).map(taught -> line(example, taught)).stream())
        .collect(Collectors.joining());
  }

  private static String line(TrainingExample example, TrainingExample.Taught taught) {
    var labels = new JsonObject();
    example
        .decisions()
        .forEach(decision -> decision
            .labels()
            .forEach((label, isThere) -> labels.put(label.name(), isThere ? 1 : 0)));
    var suggestion = new JsonObject()
        .put("id", SuggestionIds.ofExample(example.id()))
        .put("text", ReadText.of(example.text(), example.format()).seen())
        .put("labels", labels)
        .put("others", new JsonObject().put(TrainingExample.REJECT_HERE, taught.rejected() ? 1 : 0))
        .put("by", taught.by())
        .put("at", taught.at().toString())
        .put("expiresAt", null);
    return new JsonObject()
            .put("kind", "suggestion")
            .put("suggestion", suggestion)
            .encode() + "\n";
  }
}
