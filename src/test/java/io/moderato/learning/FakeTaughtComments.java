package io.moderato.learning;

import io.moderato.classify.Classifier;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.TaughtComment;
import io.moderato.moderation.TaughtComments;
import io.moderato.policy.Policy;
import io.moderato.policy.Verdict;
import io.moderato.signals.Corrections;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.LinkFinder;
import io.moderato.signals.LinkReader;
import io.moderato.signals.ListHits;
import io.moderato.signals.Pace;
import io.moderato.signals.Relevance;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Comments of one site in memory, scored by a classifier and judged by a policy as the service does. */
final class FakeTaughtComments implements TaughtComments {
  private static final Comparator<TaughtComment> ORDER = Comparator.comparing(
          TaughtComment::taughtAt)
      .thenComparing(each -> each.id().value());

  private final Map<String, TaughtComment> comments = new HashMap<>();
  private final NavigableSet<TaughtComment> ordered = new TreeSet<>(ORDER);
  private final Classifier classifier;
  private final Policy policy;

  FakeTaughtComments(Classifier classifier, Policy policy) {
    this.classifier = classifier;
    this.policy = policy;
  }

  /** What the service makes of a text. */
  static Signals signals(Classifier classifier, String text) {
    var found = classifier.classify(text, TextFormat.TEXT);
    return new Signals(
        found.scores(),
        new Language(found.language(), found.supported(), true),
        found.shape(),
        LinkReader.read(LinkFinder.find(found.folded().read()), List.of()),
        new Form(false, null),
        ListHits.NONE,
        Edit.NONE,
        Repeats.NONE,
        Pace.NONE,
        null,
        new Relevance(null, null),
        Corrections.NONE);
  }

  /** Somebody decides on a comment. */
  void decide(String id, String text, boolean rejected, String by, Instant at) {
    var signals = signals(classifier, text);
    var verdict = Policy.verdict(policy.matching(signals));
    undo(id);
    var comment = new TaughtComment(
        new CommentId(id),
        text,
        TextFormat.TEXT,
        List.of(
            new HumanDecision(rejected ? Verdict.REJECT : Verdict.APPROVE, Map.of(), by, at, null)),
        verdict,
        EnumSet.noneOf(Label.class),
        verdict != Verdict.APPROVE,
        policy.id(),
        "base@1",
        signals,
        at);
    comments.put(id, comment);
    ordered.add(comment);
  }

  /** The decision is taken back. */
  void undo(String id) {
    var before = comments.remove(id);
    if (before != null) {
      ordered.remove(before);
    }
  }

  @Override
  public Future<List<TaughtComment>> latest(
      SiteId site, TaughtComment.@Nullable Place before, int limit) {
    return Future.succeededFuture(ordered.descendingSet().stream()
        .filter(each -> before == null || compare(each, before) < 0)
        .limit(limit)
        .toList());
  }

  @Override
  public Future<List<TaughtComment>> since(
      SiteId site, TaughtComment.@Nullable Place after, int limit) {
    return Future.succeededFuture(ordered.stream()
        .filter(each -> after == null || compare(each, after) > 0)
        .limit(limit)
        .toList());
  }

  private static int compare(TaughtComment comment, TaughtComment.Place place) {
    int byTime = comment.taughtAt().compareTo(place.at());
    return byTime != 0 ? byTime : comment.id().value().compareTo(place.id().value());
  }
}
