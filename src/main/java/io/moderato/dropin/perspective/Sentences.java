package io.moderato.dropin.perspective;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into its sentences, which follow one another without gaps (Unicode Standard Annex 29). */
final class Sentences {
  private Sentences() {}

  /** @param begin offset in UTF-16 code units, inclusive; {@code end} exclusive */
  record Span(int begin, int end) {}

  static List<Span> of(String text) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    var spans = new ArrayList<Span>();
    int begin = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      spans.add(new Span(begin, end));
      begin = end;
    }
    return spans;
  }
}
