package io.moderato.transfer.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what was found, and keeps the first examples of each. For one thread. */
public final class Findings {
  private static final int MOST_EXAMPLES = 5;
  private static final int LONGEST_EXAMPLE = 200;

  private final Map<Finding, Long> counts = new EnumMap<>(Finding.class);
  private final Map<Finding, List<Example>> examples = new EnumMap<>(Finding.class);

  /** @param line 0 where it is not known */
  public record Example(long line, String what) {}

  public void add(Finding finding, long line, String what) {
    counts.merge(finding, 1L, Long::sum);
    var kept = examples.computeIfAbsent(finding, each -> new ArrayList<>());
    if (kept.size() < MOST_EXAMPLES) {
      kept.add(new Example(line, TextRepair.shortened(what, LONGEST_EXAMPLE)));
    }
  }

  /** What was found before, in an import that this one goes on with. */
  public void addEarlier(Finding finding, long count, List<Example> first) {
    counts.merge(finding, count, Long::sum);
    examples.computeIfAbsent(finding, each -> new ArrayList<>()).addAll(first);
  }

  public Map<Finding, Long> counts() {
    return new EnumMap<>(counts);
  }

  public List<Example> examples(Finding finding) {
    return List.copyOf(examples.getOrDefault(finding, List.of()));
  }

  public boolean hasLost() {
    return counts.keySet().stream().anyMatch(each -> each.weight() == Finding.Weight.LOST);
  }
}
