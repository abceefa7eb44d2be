package io.moderato.desk;

import static java.util.stream.Collectors.joining;

import io.moderato.classify.Evidence;
import io.moderato.signals.ListHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cuts a text where its looks change: at words that moved a score, at entries of word lists, and at characters that nobody sees (direction
 * marks, zero-width and control characters), which are named so that they can neither hide nor turn round what stands beside them.
 */
final class Highlighter {
  private Highlighter() {}

  /** The pieces in reading order; put together, those that are not {@link Segment.Kind#HIDDEN} are the text without its unseen characters. */
  static List<Segment> segments(String text, List<Evidence> evidence, List<ListHit> hits) {
    var inText = hits.stream().filter(hit -> hit.field().equals("text")).toList();
    var pieces = new ArrayList<Segment>();
    Integer begin = null;
    for (int border : borders(text, evidence, inText)) {
      if (begin != null) {
        pieces.addAll(showingHidden(piece(text, begin, border, evidence, inText)));
      }
      begin = border;
    }
    return List.copyOf(pieces);
  }

  /** A line of text, such as a name, with its unseen characters named in place. */
  static String line(String text) {
    return showingHidden(Segment.plain(text)).stream()
        .map(piece ->
            piece.kind() == Segment.Kind.HIDDEN ? "\u2039" + piece.text() + "\u203a" : piece.text())
        .collect(joining());
  }

  private static TreeSet<Integer> borders(
      String text, List<Evidence> evidence, List<ListHit> hits) {
    var borders = new TreeSet<Integer>(List.of(0, text.length()));
    evidence.forEach(found -> borders.addAll(List.of(found.begin(), found.end())));
    hits.forEach(hit -> borders.addAll(List.of(hit.begin(), hit.end())));
    borders.removeIf(border -> border > text.length());
    return borders;
  }

  /** A list's entry is shown before evidence, and of evidence what weighs most. */
  private static Segment piece(
      String text, int begin, int end, List<Evidence> evidence, List<ListHit> hits) {
    var part = text.substring(begin, end);
    var hit =
        hits.stream().filter(each -> each.begin() <= begin && end <= each.end()).findFirst();
    if (hit.isPresent()) {
      var about = hit.get().list() + ": " + hit.get().entry();
      return new Segment(Segment.Kind.LISTED, part, null, about);
    }
    return heaviest(begin, end, evidence)
        .map(found -> new Segment(Segment.Kind.EVIDENCE, part, found.label().name(), null))
        .orElseGet(() -> Segment.plain(part));
  }

  private static Optional<Evidence> heaviest(int begin, int end, List<Evidence> evidence) {
    return evidence.stream()
        .filter(found -> found.weight() > 0 && found.begin() <= begin && end <= found.end())
        .max(Comparator.comparingDouble(Evidence::weight));
  }

  private static List<Segment> showingHidden(Segment segment) {
    var text = segment.text();
    var pieces = new ArrayList<Segment>();
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (isHidden(point)) {
        addPart(pieces, segment, begin, at);
        pieces.add(new Segment(Segment.Kind.HIDDEN, "U+%04X".formatted(point), null, name(point)));
        begin = next;
      }
      at = next;
    }
    addPart(pieces, segment, begin, at);
    return pieces;
  }

  private static void addPart(List<Segment> pieces, Segment segment, int begin, int end) {
    if (begin < end) {
      var part = segment.text().substring(begin, end);
      pieces.add(new Segment(segment.kind(), part, segment.label(), segment.about()));
    }
  }

  /** An emoji's parts are held together by a joiner, which is left alone. */
  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
      case Character.FORMAT -> point != 0x200D;
      case Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }

  private static String name(int point) {
    var name = Character.getName(point);
    return name == null ? "unassigned" : name;
  }
}
