package io.moderato.policy;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a condition with an outcome of its own, and how to turn that. */
sealed interface Part {
  /** True or false in a condition; null where a missing signal leaves it open. */
  @Nullable
  Object value(SignalValues values);

  /**
   * The smallest changes, those so far included, after which the outcome is not the one given. Empty where none was found; what is
   * found holds for this part, and is to be tried out on the whole.
   */
  Optional<Changes> turn(boolean outcome, Changes soFar);

  /** Of how many atoms it is made. */
  int size();

  private static boolean is(Part part, boolean outcome, SignalValues values) {
    return Boolean.valueOf(outcome).equals(part.value(values));
  }

  /**
   * Parts joined by "and" or by "or".
   *
   * @param and otherwise "or"
   */
  record Joined(boolean and, List<Part> parts) implements Part {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public int size() {
      return parts.stream().mapToInt(Part::size).sum();
    }

    @Override
    public @Nullable Object value(SignalValues values) {
      Boolean joined = and;
      for (var part : parts) {
        if (!(part.value(values) instanceof Boolean own)) {
          joined = null;
        } else if (own != and) {
          return own;
        }
      }
      return joined;
    }

    @Override
    public Optional<Changes> turn(boolean outcome, Changes soFar) {
      if (!is(this, outcome, soFar.after())) {
        return Optional.of(soFar);
      }
      return outcome == and ? turnOne(outcome, soFar) : turnAll(outcome, soFar);
    }

    private Optional<Changes> turnOne(boolean outcome, Changes soFar) {
      return parts.stream()
          .flatMap(part -> part.turn(outcome, soFar).stream())
          .min(comparingDouble(Changes::size));
    }

    private Optional<Changes> turnAll(boolean outcome, Changes soFar) {
      var changes = Optional.of(soFar);
      for (var part : parts) {
        changes = changes.flatMap(so -> part.turn(outcome, so));
      }
      return changes;
    }
  }

  record Not(Part part) implements Part {
    @Override
    public int size() {
      return part.size();
    }

    @Override
    public @Nullable Object value(SignalValues values) {
      return part.value(values) instanceof Boolean opposite ? !opposite : null;
    }

    @Override
    public Optional<Changes> turn(boolean outcome, Changes soFar) {
      return part.turn(!outcome, soFar);
    }
  }

  /** A definition: its value is found once for all rules that name it. */
  record Defined(String name, Part part) implements Part {
    @Override
    public int size() {
      return part.size();
    }

    @Override
    public @Nullable Object value(SignalValues values) {
      return values.find(name).orElse(null);
    }

    @Override
    public Optional<Changes> turn(boolean outcome, Changes soFar) {
      return part.turn(outcome, soFar);
    }
  }

  /**
   * What is not made of other parts.
   *
   * @param candidates changes that may turn it, the likeliest kind first
   */
  record Atom(Evaluation evaluation, List<Candidates> candidates) implements Part {
    public Atom {
      candidates = List.copyOf(candidates);
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public @Nullable Object value(SignalValues values) {
      return evaluation.of(values);
    }

    @Override
    public Optional<Changes> turn(boolean outcome, Changes soFar) {
      if (!is(this, outcome, soFar.after())) {
        return Optional.of(soFar);
      }
      return candidates.stream()
          .flatMap(kind -> smallest(kind.of(outcome, soFar.after()).stream(), outcome, soFar))
          .findFirst();
    }

    private Stream<Changes> smallest(Stream<Change> changes, boolean outcome, Changes soFar) {
      return changes
          .map(soFar::and)
          .filter(after -> !is(this, outcome, after.after()))
          .min(comparingDouble(Changes::size))
          .stream();
    }
  }
}
