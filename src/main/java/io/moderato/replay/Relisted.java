package io.moderato.replay;

import io.moderato.comment.Author;
import io.moderato.moderation.PastDecision;
import io.moderato.signals.ListHit;
import io.moderato.signals.ListHits;
import io.moderato.signals.Signals;
import io.moderato.wordlist.CompiledList;
import io.moderato.wordlist.Searched;
import io.moderato.wordlist.SiteLists;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Makes signals as they would have been with another list, found in the comment's text alone: its hits stand instead of those of the list
 * of the same name. Thread-safe.
 */
final class Relisted implements BiFunction<PastDecision, Signals, Signals> {
  private final String name;
  private final SiteLists lists;

  Relisted(CompiledList list) {
    this.name = list.name();
    this.lists = new SiteLists(List.of(list));
  }

  @Override
  public Signals apply(PastDecision past, Signals signals) {
    var text = Searched.text(Objects.requireNonNull(past.text()), past.format());
    var found = lists.find(text, Author.UNKNOWN).hits();
    var before = signals.lists();
    var kept = before.hits().stream().filter(hit -> !hit.list().equals(name)).toList();
    var hits =
        Stream.concat(found.hits().stream(), kept.stream()).limit(ListHits.MOST).toList();
    int gone = before.hits().size() - kept.size();
    return with(signals, hits, before.count() - gone + found.count());
  }

  private static Signals with(Signals signals, List<ListHit> hits, int count) {
    return new Signals(
        signals.scores(),
        signals.language(),
        signals.shape(),
        signals.links(),
        signals.form(),
        new ListHits(hits, count),
        signals.edit(),
        signals.repeats(),
        signals.pace(),
        signals.author(),
        signals.relevance(),
        signals.corrections());
  }
}
