package io.moderato.signals;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Signals for tests. */
public final class SomeSignals {
  private SomeSignals() {}

  /** Of a calm English comment with these scores, of which nothing else is known. */
  public static Signals of(Map<Label, Double> scores) {
    return of(scores, 0);
  }

  public static Signals of(Map<Label, Double> scores, int links) {
    return of(new Scores(scores), links, ListHits.NONE, Edit.NONE);
  }

  public static Signals of(Scores scores) {
    return of(scores, 0, ListHits.NONE, Edit.NONE);
  }

  public static Signals of(Edit edit) {
    return of(new Scores(Map.of()), 0, ListHits.NONE, edit);
  }

  /** Of a calm comment of twelve words. */
  public static Signals of(Map<Label, Double> scores, int links, Corrections corrections) {
    var bare = of(scores, links);
    return corrected(bare, bare.shape(), corrections);
  }

  /** Of a calm comment of so many words. */
  public static Signals ofWords(int words, int links, Corrections corrections) {
    return corrected(
        of(Map.of(), links), new TextShape(words, 57, 0.25, 0, false, 0, 0), corrections);
  }

  private static Signals corrected(Signals bare, TextShape shape, Corrections corrections) {
    return new Signals(
        bare.scores(),
        bare.language(),
        shape,
        bare.links(),
        bare.form(),
        bare.lists(),
        bare.edit(),
        bare.repeats(),
        bare.pace(),
        new AuthorRecord(true, 0, 0, 0, 0),
        bare.relevance(),
        corrections);
  }

  public static Signals of(ListHit... hits) {
    return of(new Scores(Map.of()), 0, new ListHits(List.of(hits), hits.length), Edit.NONE);
  }

  private static Signals of(Scores scores, int links, ListHits lists, Edit edit) {
    return new Signals(
        scores,
        new Language("en", true, true),
        new TextShape(12, 57, 0.25, 0, false, 0, 0),
        new Links(links, List.of(), 0, 0, 0, 0, 0, 0, 0),
        new Form(false, null),
        lists,
        edit,
        null,
        null,
        null,
        null,
        null);
  }

  /** In which every fact has a value of its own. */
  public static Signals full() {
    return new Signals(
        new Scores(
            Map.of(Label.SPAM, 0.93, Label.TOXIC, 0.1234567890123),
            Map.of(Aspect.SELF_HARM_INTENT, 0.87)),
        new Language("xx", false, false),
        new TextShape(12, 57, 0.25, 24, true, 25, 26),
        new Links(9, List.of("example.org", "example.com"), 1, 2, 3, 4, 27, 28, 29),
        new Form(true, 2.5),
        new ListHits(List.of(new ListHit("slurs", "knave*", "text", 3, 9)), 7),
        new Edit(true, true, true, 5, 0.75),
        new Repeats(10, 11, 12, 13, "c-1"),
        new Pace(14, 15, 16, 17, 18, 19),
        new AuthorRecord(true, 20, 21, 22, 23, Standing.TRUSTED),
        new Relevance(0.5, 0.625),
        new Corrections(
            new Corrections.Word(true, LocalDate.of(2026, 11, 3)),
            new Corrections.Word(false, LocalDate.of(2026, 11, 4))));
  }
}
