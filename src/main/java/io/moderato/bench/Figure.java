package io.moderato.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param target what it is to be; null where nothing was promised
 */
record Figure(
    String name, double value, String unit, @Nullable Target target) {
  /** @param most whether the value may be at most, rather than at least, the bound */
  record Target(boolean most, double bound) {
    private boolean isMet(double value) {
      return most ? value <= bound : value >= bound;
    }
  }

  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null);
  }

  static Figure atMost(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, new Target(true, bound));
  }

  static Figure atLeast(double bound, String name, double value, String unit) {
    return new Figure(name, value, unit, new Target(false, bound));
  }

  /** A line of a table. */
  String line() {
    var line = String.format(Locale.ROOT, "  %-58s %12s %-12s", name, shown(value), unit);
    return target == null
        ? line.stripTrailing()
        : "%s %s %s: %s"
            .formatted(
                line,
                target.most() ? "<=" : ">=",
                shown(target.bound()),
                target.isMet(value) ? "met" : "MISSED");
  }

  JsonObject toJson() {
    var json = new JsonObject()
        .put("name", name)
        .put("value", Double.isFinite(value) ? value : null)
        .put("unit", unit);
    return target == null
        ? json
        : json.put(target.most() ? "atMost" : "atLeast", target.bound())
            .put("met", target.isMet(value));
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
  }
}
