package io.moderato.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one policy differs from another; rules and definitions are the same if they bear the same name.
 *
 * @param reordered whether rules that both have stand in another order
 */
public record PolicyDiff(Changes<Rule> rules, Changes<Definition> definitions, boolean reordered) {
  /** What was added, removed and changed. */
  public record Changes<T>(List<T> added, List<T> removed, List<Changed<T>> changed) {
    public Changes {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
    }

    private static <T> Changes<T> of(List<T> from, List<T> to, Function<T, String> name) {
      var before = byName(from, name);
      var after = byName(to, name);
      return new Changes<>(
          to.stream().filter(each -> !before.containsKey(name.apply(each))).toList(),
          from.stream().filter(each -> !after.containsKey(name.apply(each))).toList(),
          from.stream()
              .filter(each -> after.containsKey(name.apply(each)))
              .map(each -> new Changed<>(each, Objects.requireNonNull(after.get(name.apply(each)))))
              .filter(each -> !Objects.equals(each.from(), each.to()))
              .toList());
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
      return all.stream()
          .collect(Collectors.toMap(name, each -> each, (one, other) -> one, LinkedHashMap::new));
    }
  }

  public record Changed<T>(T from, T to) {}

  public static PolicyDiff of(PolicySource from, PolicySource to) {
    return new PolicyDiff(
        Changes.of(from.rules(), to.rules(), Rule::name),
        Changes.of(from.let(), to.let(), Definition::name),
        !common(from, to).equals(common(to, from)));
  }

  private static List<String> common(PolicySource one, PolicySource other) {
    var names = other.rules().stream().map(Rule::name).collect(Collectors.toSet());
    return one.rules().stream().map(Rule::name).filter(names::contains).toList();
  }
}
