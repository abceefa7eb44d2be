package io.moderato.wordlist;

import io.moderato.signals.ListHit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds phrases in folded words, in one pass. Immutable. */
final class PhraseMatcher {
  /** How far a hit is widened to the ends of the word that it stands in. */
  private static final int WIDEST = 100;

  private final Literals words;
  private final FirstWords firstWords;
  private final Literals wordBegins;
  private final Literals anywhere;

  /**
   * An entry by its literal.
   *
   * @param next another entry of the same literal
   */
  private record Node(
      String written,
      boolean openBegin,
      boolean openEnd,
      boolean exception,
      @Nullable Glob glob,
      @Nullable Node next) {}

  private PhraseMatcher(Builder builder) {
    this.words = new Literals(builder.words);
    this.firstWords = new FirstWords(builder.words.keySet());
    this.wordBegins = new Literals(builder.wordBegins);
    this.anywhere = new Literals(builder.anywhere);
  }

  /** Gathers entries and makes a matcher of them. */
  static final class Builder {
    /** Of these the first word stands in a text as a whole. */
    private final Map<String, Node> words = new LinkedHashMap<>();

    private final Map<String, Node> wordBegins = new LinkedHashMap<>();
    private final Map<String, Node> anywhere = new LinkedHashMap<>();
    private int globs;

    void add(String written, Entry.Phrase phrase) {
      var pattern = phrase.pattern();
      int from = pattern.charAt(0) == Entry.Phrase.STAR ? 1 : 0;
      int to =
          pattern.length() - (pattern.charAt(pattern.length() - 1) == Entry.Phrase.STAR ? 1 : 0);
      var literal = pattern.substring(from, to);
      boolean isPlain = literal.indexOf(Entry.Phrase.STAR) < 0
          && !literal.startsWith(" ")
          && !literal.endsWith(" ");
      var glob = isPlain ? null : Glob.of(pattern);
      globs += isPlain ? 0 : 1;
      boolean floats = glob != null || from > 0 || Boundaries.isUnspaced(literal.charAt(0));
      boolean isOpen = to < pattern.length() && Boundaries.after(literal, 0) == literal.length();
      var nodes = floats ? anywhere : isOpen ? wordBegins : words;
      nodes.compute(
          glob == null ? literal : glob.anchor(),
          (key, next) ->
              new Node(written, from > 0, to < pattern.length(), phrase.exception(), glob, next));
    }

    /** Entries with a star inside; these take longer than others. */
    int globs() {
      return globs;
    }

    PhraseMatcher build() {
      return new PhraseMatcher(this);
    }
  }

  /** Literals and, by their index, what entries they stand for. */
  private static final class Literals {
    private final LiteralTable table;
    private final Node[] nodes;

    Literals(Map<String, Node> byLiteral) {
      this.table = new LiteralTable(List.copyOf(byLiteral.keySet()));
      this.nodes = new Node[byLiteral.size()];
      var index = List.copyOf(byLiteral.values());
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = index.get(i);
      }
    }
  }

  void find(String list, Searched searched, Hits hits) {
    var pass = new Pass(list, searched, hits);
    var text = searched.words().text();
    if (!anywhere.table.isEmpty()) {
      pass.nodes = anywhere.nodes;
      for (int at = 0; at < text.length() && !pass.isFull(); at++) {
        anywhere.table.find(text, at, pass);
      }
    }
    if (!wordBegins.table.isEmpty()) {
      pass.nodes = wordBegins.nodes;
      for (int at = 0; at < text.length() && !pass.isFull(); at++) {
        if (Boundaries.at(text, at)) {
          wordBegins.table.find(text, at, pass);
        }
      }
    }
    if (!words.table.isEmpty()) {
      pass.nodes = words.nodes;
      findWords(text, pass);
    }
    pass.finish();
  }

  private void findWords(String text, Pass pass) {
    int begin = 0;
    while (begin < text.length() && !pass.isFull()) {
      int end = Boundaries.after(text, begin);
      if (firstWords.mayHave(text, begin, end)) {
        words.table.find(text, begin, pass);
      }
      begin = end;
    }
  }

  /** One pass over one text. */
  private static final class Pass implements LiteralTable.Found {
    private final String list;
    private final Searched searched;
    private final Hits hits;
    private final String text;
    private final List<ListHit> found = new ArrayList<>(0);
    private final List<Glob.Span> spans = new ArrayList<>(0);
    private final List<Glob.Span> exceptions = new ArrayList<>(0);
    private final Map<Glob, Integer> lastWords = new IdentityHashMap<>(0);
    private Node[] nodes = new Node[0];
    private int wordBegin;
    private int wordEnd;

    Pass(String list, Searched searched, Hits hits) {
      this.list = list;
      this.searched = searched;
      this.hits = hits;
      this.text = searched.words().text();
    }

    boolean isFull() {
      return hits.isFull() || found.size() >= Hits.MOST;
    }

    @Override
    public void literal(int index, int begin, int end) {
      for (Node node = nodes[index]; node != null; node = node.next()) {
        if (node.glob() != null) {
          glob(node, node.glob(), begin);
        } else if ((node.openBegin() || isEdge(begin, begin))
            && (node.openEnd() || isEdge(end, end - 1))) {
          add(
              node,
              node.openBegin() ? wordBegin(begin) : begin,
              node.openEnd() ? wordEnd(end) : end);
        }
      }
    }

    /** Whether a word may end there, or the character needs no boundary. */
    private boolean isEdge(int boundary, int own) {
      return Boundaries.at(text, boundary) || Boundaries.isUnspaced(text.charAt(own));
    }

    /** Tried once in each word that holds its anchor. */
    private void glob(Node node, Glob glob, int anchor) {
      if (anchor >= wordEnd) {
        wordBegin = text.lastIndexOf(' ', anchor) + 1;
        int space = text.indexOf(' ', anchor);
        wordEnd = space < 0 ? text.length() : space;
      }
      if (wordEnd - wordBegin > Glob.LONGEST_WORD) {
        return;
      }
      var last = lastWords.put(glob, wordBegin);
      var span = last != null && last == wordBegin ? null : glob.match(text, anchor);
      if (span != null) {
        add(node, span.begin(), span.end());
      }
    }

    private void add(Node node, int begin, int end) {
      if (node.exception()) {
        exceptions.add(new Glob.Span(begin, end));
      } else if (found.size() < Hits.MOST) {
        found.add(new ListHit(
            list,
            node.written(),
            searched.field().word(),
            searched.words().begin(begin),
            searched.words().end(end - 1)));
        spans.add(new Glob.Span(begin, end));
      }
    }

    void finish() {
      for (int i = 0; i < found.size(); i++) {
        if (!isExcepted(spans.get(i))) {
          hits.add(found.get(i));
        }
      }
    }

    private boolean isExcepted(Glob.Span span) {
      for (var exception : exceptions) {
        if (exception.begin() <= span.begin() && span.end() <= exception.end()) {
          return true;
        }
      }
      return false;
    }

    private int wordBegin(int at) {
      int begin = at;
      while (begin > Math.max(0, at - WIDEST) && !Boundaries.at(text, begin)) {
        begin--;
      }
      return begin;
    }

    private int wordEnd(int at) {
      int end = at;
      while (end < Math.min(text.length(), at + WIDEST) && !Boundaries.at(text, end)) {
        end++;
      }
      return end;
    }
  }
}
