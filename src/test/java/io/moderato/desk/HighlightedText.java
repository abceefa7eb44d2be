package io.moderato.desk;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A text as the page shows it. */
public final class HighlightedText {
  private HighlightedText() {}

  public static String of(String text) {
    return Highlighter.segments(text, List.of(), List.of()).stream()
        .map(Segment::text)
        .collect(joining());
  }
}
