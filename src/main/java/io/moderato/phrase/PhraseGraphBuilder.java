package io.moderato.phrase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Grows a {@link PhraseGraph} phrase by phrase. Equal beginnings share their states. */
final class PhraseGraphBuilder {
  private static final int MOST_ANY = 9;

  private final Vocabulary vocabulary = new Vocabulary();
  private final List<Node> nodes = new ArrayList<>(List.of(new Node()));
  private final List<String> barriers;

  /** @param barriers words that are never just any word */
  PhraseGraphBuilder(List<String> barriers) {
    this.barriers = List.copyOf(barriers);
    barriers.forEach(vocabulary::add);
  }

  private static final class Node {
    private final TreeMap<Integer, Set<Integer>> words = new TreeMap<>();
    private final Set<Integer> any = new LinkedHashSet<>();
    private final Set<Integer> free = new LinkedHashSet<>();
    private final Set<Integer> marks = new LinkedHashSet<>();
    private final Map<String, Integer> ends = new HashMap<>();
  }

  /**
   * Adds a phrase.
   *
   * @param mark what is complete at its end
   * @throws IllegalArgumentException if it names words that nobody defined
   */
  void add(String phrase, Map<String, List<String>> words, int mark) {
    int end = append(0, phrase, words);
    if (end == 0 || closure(0).contains(end)) {
      throw new IllegalArgumentException("phrase \"%s\" matches no word".formatted(phrase));
    }
    nodes.get(end).marks.add(mark);
  }

  private int append(int from, String phrase, Map<String, List<String>> words) {
    int at = from;
    for (var element : phrase.strip().split(" +")) {
      at = element(at, element, words);
    }
    return at;
  }

  /** Where the element ends that begins at a node. */
  private int element(int from, String element, Map<String, List<String>> words) {
    var known = nodes.get(from).ends.get(element);
    if (known != null) {
      return known;
    }
    int end = node();
    nodes.get(from).ends.put(element, end);
    if (element.startsWith("~")) {
      free(from, end);
      free(element(from, element.substring(1), words), end);
    } else if (element.indexOf('|') >= 0) {
      for (var each : element.split("\\|")) {
        free(element(from, each, words), end);
      }
    } else if (element.startsWith("..")) {
      anyWords(from, Integer.parseInt(element.substring(2)), end);
    } else if (element.startsWith("<")) {
      var name = element.substring(1, element.length() - 1);
      var alternatives = words.get(name);
      if (alternatives == null) {
        throw new IllegalArgumentException("there are no words <%s>".formatted(name));
      }
      alternatives.forEach(each -> free(append(from, each, words), end));
    } else if (element.indexOf('_') >= 0) {
      free(append(from, element.replace('_', ' '), words), end);
    } else {
      word(from, element, end);
    }
    return end;
  }

  private void word(int from, String word, int end) {
    nodes
        .get(from)
        .words
        .computeIfAbsent(vocabulary.add(word), number -> new LinkedHashSet<>())
        .add(end);
  }

  private void anyWords(int from, int most, int end) {
    if (most < 1 || most > MOST_ANY) {
      throw new IllegalArgumentException("at most %d words may be any".formatted(MOST_ANY));
    }
    int at = from;
    free(at, end);
    for (int i = 0; i < most; i++) {
      int next = node();
      nodes.get(at).any.add(next);
      free(next, end);
      at = next;
    }
  }

  private int node() {
    nodes.add(new Node());
    return nodes.size() - 1;
  }

  private void free(int from, int to) {
    if (from != to) {
      nodes.get(from).free.add(to);
    }
  }

  PhraseGraph graph() {
    int size = nodes.size();
    long[] filters = new long[size];
    int[][] symbols = new int[size][];
    int[][][] targets = new int[size][][];
    int[][] any = new int[size][];
    int[][] marks = new int[size][];
    var start = closure(0);
    for (int i = 0; i < size; i++) {
      var merged = new TreeMap<Integer, Set<Integer>>();
      var anyOf = new LinkedHashSet<Integer>();
      for (int each : i == 0 ? start : Set.of(i)) {
        var node = nodes.get(each);
        node.words.forEach((word, to) ->
            merged.computeIfAbsent(word, number -> new LinkedHashSet<>()).addAll(to));
        anyOf.addAll(node.any);
      }
      symbols[i] = merged.keySet().stream().mapToInt(Integer::intValue).toArray();
      for (int symbol : symbols[i]) {
        filters[i] |= 1L << symbol;
      }
      targets[i] = merged.values().stream().map(this::resolved).toArray(int[][]::new);
      any[i] = resolved(anyOf);
      marks[i] = nodes.get(i).marks.stream().mapToInt(Integer::intValue).toArray();
    }
    int[][] first = new int[vocabulary.size()][];
    Arrays.fill(first, PhraseGraph.NOWHERE);
    for (int i = 0; i < symbols[0].length; i++) {
      first[symbols[0][i]] = targets[0][i];
    }
    return new PhraseGraph(vocabulary, first, filters, symbols, targets, any, marks, barred());
  }

  private boolean[] barred() {
    boolean[] barred = new boolean[vocabulary.size()];
    for (var word : barriers) {
      barred[vocabulary.add(word)] = true;
    }
    return barred;
  }

  /** The states and all that cost no word from there, but those that nothing follows and nothing ends at. */
  private int[] resolved(Set<Integer> states) {
    return states.stream()
        .flatMap(state -> closure(state).stream())
        .distinct()
        .filter(this::matters)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean matters(int state) {
    var node = nodes.get(state);
    return !node.words.isEmpty() || !node.any.isEmpty() || !node.marks.isEmpty();
  }

  private Set<Integer> closure(int state) {
    var reached = new LinkedHashSet<Integer>();
    var open = new ArrayDeque<>(List.of(state));
    while (!open.isEmpty()) {
      int next = Objects.requireNonNull(open.poll());
      if (reached.add(next)) {
        open.addAll(nodes.get(next).free);
      }
    }
    return reached;
  }
}
