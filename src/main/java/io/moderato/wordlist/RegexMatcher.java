package io.moderato.wordlist;

import com.google.re2j.Pattern;
import io.moderato.signals.ListHit;
import java.util.ArrayList;
import java.util.List;

/** Finds regular expressions in what a person sees, in linear time (RE2). Immutable. */
final class RegexMatcher {
  /** Further behind nothing is looked for, since each expression takes its time with each character. */
  static final int LONGEST_TEXT = 4_000;

  private final List<Written> expressions;

  private record Written(String written, Pattern pattern, String required) {}

  private RegexMatcher(List<Written> expressions) {
    this.expressions = List.copyOf(expressions);
  }

  /** Gathers entries and makes a matcher of them. */
  static final class Builder {
    private final List<Written> expressions = new ArrayList<>();
    private int steps;

    void add(String written, Entry.Regex regex) {
      expressions.add(new Written(
          written, regex.pattern(), RequiredLiteral.of(regex.pattern().pattern())));
      steps += regex.pattern().programSize();
    }

    /** Of all expressions together: what a character may cost. */
    int steps() {
      return steps;
    }

    RegexMatcher build() {
      return new RegexMatcher(expressions);
    }
  }

  void find(String list, Searched searched, Hits hits) {
    if (expressions.isEmpty()) {
      return;
    }
    var read = searched.words().read();
    var seen = read.seen();
    var text = seen.length() <= LONGEST_TEXT ? seen : seen.substring(0, LONGEST_TEXT);
    var lower = LowerCase.of(text);
    for (var expression : expressions) {
      if (!lower.contains(expression.required())) {
        continue;
      }
      var matcher = expression.pattern().matcher(text);
      while (!hits.isFull() && matcher.find()) {
        if (matcher.end() > matcher.start()) {
          hits.add(new ListHit(
              list,
              expression.written(),
              searched.field().word(),
              read.begin(matcher.start()),
              read.end(matcher.end() - 1)));
        }
      }
    }
  }
}
