package io.moderato.signals;

import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a comment before the decision.
 *
 * @param repeats null where it is missing
 * @param pace null where it is missing
 * @param author null where it is missing
 * @param relevance null where it is missing
 * @param corrections null where it is missing
 */
public record Signals(
    Scores scores,
    Language language,
    TextShape shape,
    Links links,
    Form form,
    ListHits lists,
    Edit edit,
    @Nullable Repeats repeats,
    @Nullable Pace pace,
    @Nullable AuthorRecord author,
    @Nullable Relevance relevance,
    @Nullable Corrections corrections) {
  /** What a text tells by itself: as if it came from nobody known, under no post, and nothing had come before. */
  public static Signals ofText(Scores scores, Language language, TextShape shape, Links links) {
    return new Signals(
        scores,
        language,
        shape,
        links,
        new Form(false, null),
        ListHits.NONE,
        Edit.NONE,
        Repeats.NONE,
        Pace.NONE,
        AuthorRecord.UNKNOWN,
        new Relevance(null, null),
        Corrections.NONE);
  }

  /** The same with other scores. */
  public Signals with(Scores others) {
    return new Signals(
        others,
        language,
        shape,
        links,
        form,
        lists,
        edit,
        repeats,
        pace,
        author,
        relevance,
        corrections);
  }

  /** The groups that could not be had in time, by the names that rules use, in the order of the components. */
  public List<String> missing() {
    var missing = new ArrayList<String>();
    if (repeats == null) {
      missing.add("repeats");
    }
    if (pace == null) {
      missing.add("pace");
    }
    if (author == null) {
      missing.add("author");
    }
    if (relevance == null) {
      missing.add("relevance");
    }
    if (corrections == null) {
      missing.add("corrections");
    }
    return List.copyOf(missing);
  }
}
