package io.moderato.moderation;

import io.moderato.classify.Label;
import io.moderato.policy.Reason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a comment that waits for a person stands in the review queue, and what it is found by there.
 *
 * @param words folded, see {@link SearchWords}
 * @param priority see {@link Priority#rank}
 * @param since when it began to wait
 */
record QueuePlace(Set<Facet> facets, List<String> words, double priority, Instant since) {
  private static final double LIKELY = 0.5;

  /** Empty for a comment that does not wait. */
  static Optional<QueuePlace> of(ModeratedComment moderated) {
    if (!moderated.isInQueue()) {
      return Optional.empty();
    }
    var comment = moderated.comment();
    var priority = Priority.of(moderated);
    return Optional.of(new QueuePlace(
        facets(moderated, priority),
        SearchWords.of(comment.text(), comment.format(), comment.author().name()),
        priority.rank(),
        priority.since()));
  }

  private static Set<Facet> facets(ModeratedComment moderated, Priority priority) {
    var draw = moderated.draw();
    if (draw.isPresent()) {
      return Set.of(Facet.DRAWN, Facet.drawn(draw.get()));
    }
    var comment = moderated.comment();
    var judgement = moderated.judgement();
    var facets = new LinkedHashSet<Facet>();
    facets.add(Facet.ALL);
    facets.add(Facet.worst(priority.label()));
    labels(judgement).map(Facet::label).forEach(facets::add);
    judgement.decision().reasons().stream().map(Reason::rule).map(Facet::rule).forEach(facets::add);
    facets.add(Facet.language(judgement.signals().language().code()));
    facets.add(Facet.post(comment.post()));
    facets.add(Facet.campaign(moderated.campaign().orElse(comment.id())));
    facets.add(Facet.door(moderated.origin().door()));
    var author = comment.author().key();
    if (author != null) {
      facets.add(Facet.author(author));
    }
    if (moderated.isEscalated()) {
      facets.add(Facet.ESCALATED);
    }
    return facets;
  }

  private static Stream<Label> labels(Judgement judgement) {
    var named = judgement.decision().reasons().stream().map(Reason::label).filter(Objects::nonNull);
    var likely = judgement.signals().scores().byLabel().entrySet().stream()
        .filter(score -> score.getValue() >= LIKELY)
        .map(score -> score.getKey());
    return Stream.concat(named, likely);
  }
}
