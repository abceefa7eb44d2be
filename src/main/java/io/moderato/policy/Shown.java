package io.moderato.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as sentences for people have them. */
final class Shown {
  private Shown() {}

  /** A number with two decimals, a count whole; what is missing is unknown. */
  static String inSentence(@Nullable Object value) {
    if (value == null) {
      return "unknown";
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%.2f", number);
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }

  /** As one would write it into an expression. */
  static String of(Object value) {
    return value instanceof Number number
        ? number(number.doubleValue())
        : value instanceof String text ? "'" + text + "'" : value.toString();
  }

  static String number(double number) {
    if (!(Math.abs(number) < 1e15)) { // also for what is no number
      return Double.toString(number);
    }
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
