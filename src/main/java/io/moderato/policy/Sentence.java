package io.moderato.policy;

import io.moderato.signals.SignalCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence for people with values in it.
 *
 * @param signals whose values stand in the text, between the texts
 * @param texts one more than signals
 */
record Sentence(List<String> texts, List<String> signals) {
  /** {@code {value}}, or the name of a signal between braces. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  Sentence {
    texts = List.copyOf(texts);
    signals = List.copyOf(signals);
  }

  /**
   * @param reads the signals that the rule's condition reads
   * @param mistakes what is wrong with the placeholders is added to it
   */
  static Sentence of(String sentence, List<String> reads, Collection<String> mistakes) {
    var texts = new ArrayList<String>();
    var signals = new ArrayList<String>();
    var placeholder = PLACEHOLDER.matcher(sentence);
    int from = 0;
    while (placeholder.find()) {
      texts.add(sentence.substring(from, placeholder.start()));
      signals.add(signal(placeholder.group(1), reads, mistakes));
      from = placeholder.end();
    }
    texts.add(sentence.substring(from));
    return new Sentence(texts, signals);
  }

  private static String signal(String name, List<String> reads, Collection<String> mistakes) {
    if (name.equals("value")) {
      if (reads.size() == 1) {
        return reads.get(0);
      }
      mistakes.add(
          "{value} is the value of the one signal that a condition reads, and this one reads %d; name it, as in {links.count}"
              .formatted(reads.size()));
    } else if (SignalCatalogue.named(name).isEmpty()) {
      var known = SignalCatalogue.all().stream().map(signal -> signal.name()).toList();
      mistakes.add("{%s} is no signal%s"
          .formatted(NameCheck.shortened(name), Names.didYouMean(name, known)));
    }
    return name;
  }

  String filled(SignalValues values) {
    var filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < signals.size(); i++) {
      filled.append(Shown.inSentence(values.value(signals.get(i)))).append(texts.get(i + 1));
    }
    return filled.toString();
  }
}
