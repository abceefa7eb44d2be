package io.moderato.policy;

import io.moderato.signals.Signal;
import io.moderato.signals.SignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a comparison of a signal with something by moving the signal just over the boundary. */
record Comparison(Side left, String operator, Side right) implements Candidates {
  private static final Map<String, String> OPPOSITE = Map.of(
      "_<_", "_>=_", "_<=_", "_>_", "_>_", "_<=_", "_>=_", "_<_", "_==_", "_!=_", "_!=_", "_==_");
  private static final Map<String, String> TURNED_ROUND = Map.of(
      "_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_", "_<=_", "_==_", "_==_", "_!=_", "_!=_");

  /** @param signal null for anything else, which is then the boundary */
  record Side(Evaluation evaluation, @Nullable Signal signal) {}

  static boolean compares(String operator) {
    return OPPOSITE.containsKey(operator);
  }

  @Override
  public List<Change> of(boolean outcome, SignalValues values) {
    var wanted = outcome ? Objects.requireNonNull(OPPOSITE.get(operator)) : operator;
    var changes = new ArrayList<Change>();
    if (left.signal() != null) {
      to(left.signal(), wanted, right.evaluation().of(values), values).forEach(changes::add);
    }
    if (right.signal() != null) {
      var turned = Objects.requireNonNull(TURNED_ROUND.get(wanted));
      to(right.signal(), turned, left.evaluation().of(values), values).forEach(changes::add);
    }
    return changes;
  }

  private static Stream<Change> to(
      Signal signal, String wanted, @Nullable Object boundary, SignalValues values) {
    var value = values.value(signal.name());
    if (value == null || boundary == null) {
      return Stream.empty();
    }
    if (boundary instanceof Number number && value instanceof Number now) {
      return signal.type() == SignalType.COUNT
          ? count(signal.name(), wanted, number.doubleValue(), now.doubleValue())
          : number(signal.name(), wanted, number.doubleValue(), now.doubleValue());
    }
    if (wanted.equals("_==_")) {
      return Stream.of(new Change(
          signal.name(), boundary, "%s were %s".formatted(signal.name(), Shown.of(boundary)), 1));
    }
    return wanted.equals("_!=_") ? anyOther(signal.name(), value) : Stream.empty();
  }

  private static Stream<Change> anyOther(String signal, Object value) {
    if (value instanceof Boolean flag) {
      return Stream.of(new Change(signal, !flag, "%s were %s".formatted(signal, !flag), 1));
    }
    return value instanceof String text
        ? Stream.of(
            new Change(signal, text + "-", "%s were not %s".formatted(signal, Shown.of(text)), 1))
        : Stream.empty();
  }

  private static Stream<Change> count(String signal, String wanted, double boundary, double now) {
    return switch (wanted) {
      case "_<_" -> counted(signal, Math.ceil(boundary) - 1, "at most ", now);
      case "_<=_" -> counted(signal, Math.floor(boundary), "at most ", now);
      case "_>_" -> counted(signal, Math.floor(boundary) + 1, "at least ", now);
      case "_>=_" -> counted(signal, Math.ceil(boundary), "at least ", now);
      case "_==_" -> counted(signal, boundary, "", now);
      default ->
        Stream.of(change(
            signal,
            (long) now + 1,
            "%s were not %s".formatted(signal, Shown.number(boundary)),
            now));
    };
  }

  private static Stream<Change> counted(String signal, double to, String how, double now) {
    var isCount = to >= 0 && to == Math.rint(to) && to < Long.MAX_VALUE;
    return isCount
        ? Stream.of(
            change(signal, (long) to, "%s were %s%d".formatted(signal, how, (long) to), now))
        : Stream.empty();
  }

  private static Stream<Change> number(String signal, String wanted, double boundary, double now) {
    var shown = Shown.number(boundary);
    return switch (wanted) {
      case "_<_" -> numbered(signal, Math.nextDown(boundary), "below " + shown, now);
      case "_<=_" -> numbered(signal, boundary, "at most " + shown, now);
      case "_>_" -> numbered(signal, Math.nextUp(boundary), "above " + shown, now);
      case "_>=_" -> numbered(signal, boundary, "at least " + shown, now);
      case "_==_" -> numbered(signal, boundary, shown, now);
      default -> numbered(signal, Math.nextUp(now), "not " + shown, now);
    };
  }

  private static Stream<Change> numbered(String signal, double to, String how, double now) {
    var most = signal.equals("form.seconds") ? Double.MAX_VALUE : 1; // the others are shares
    return to >= 0 && to <= most
        ? Stream.of(change(signal, to, "%s were %s".formatted(signal, how), now))
        : Stream.empty();
  }

  private static Change change(String signal, Number to, String phrase, double now) {
    var larger = Math.max(Math.abs(now), Math.abs(to.doubleValue()));
    var size = larger == 0 ? 0 : Math.abs(now - to.doubleValue()) / larger;
    return new Change(signal, to, phrase, size);
  }
}
