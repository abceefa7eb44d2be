package io.moderato.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds domains that people write without {@code http} or {@code www}: "cheap-pills.com". A word, a dot and a word are a domain only under a
 * suffix that exists, and not where they are more likely a file, code, or two sentences with no space between.
 */
final class BareDomains {
  /** Of files and of members in code: taken for a domain only before a path. */
  private static final Set<String> FILES_AND_CODE = Set.of(
      "py", "rs", "md", "sh", "pl", "zip", "mov", "so", "ps", "cc", "pm", "ml", "mm", "st", "name",
      "map", "data", "bar", "open", "box", "call", "show", "host", "int", "now", "zone", "build",
      "date", "app");

  /** Words that sentences begin with, where the space behind the full stop is missing. */
  private static final Set<String> WORDS = Set.of(
      "it", "is", "so", "no", "to", "in", "me", "my", "us", "be", "at", "as", "am", "do", "by",
      "id", "la", "et", "il", "im", "je", "ma", "ne", "nu", "pa", "re", "sa", "si", "tu", "you",
      "here", "how", "like", "more", "one", "read", "work", "live", "today", "free", "best", "new",
      "love", "play", "run", "top", "win", "pay", "men");

  private static final String BEFORE_NO_DOMAIN = "/\\@_~$%&=#.";
  private static final String BEHIND_NO_DOMAIN = "@_(=[";

  /** A place in a text, inclusive and exclusive; with the path behind the domain, if any. */
  record Place(int begin, int end) {}

  private BareDomains() {}

  /** In a stretch of a text, in time linear in its length. */
  static List<Place> in(String text, int from, int to) {
    var places = new ArrayList<Place>();
    int at = from;
    while (at < to) {
      if (!isPart(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      boolean dotted = false;
      while (end < to && isPart(text.charAt(end))) {
        dotted |= text.charAt(end) == '.';
        end++;
      }
      int next = end;
      if (dotted) {
        while (end > at && isDotOrHyphen(text.charAt(end - 1))) {
          end--;
        }
        int path = pathEnd(text, end, to);
        if (isDomain(text, at, end, path > end)) {
          places.add(new Place(at, path));
          next = Math.max(path, next);
        }
      }
      at = next;
    }
    return places;
  }

  private static boolean isDomain(String text, int begin, int end, boolean hasPath) {
    if (end - begin < 4
        || end - begin > 253
        || (begin > 0 && BEFORE_NO_DOMAIN.indexOf(text.charAt(begin - 1)) >= 0)
        || (end < text.length() && BEHIND_NO_DOMAIN.indexOf(text.charAt(end)) >= 0)) {
      return false;
    }
    var written = text.substring(begin, end);
    var suffix = written.substring(written.lastIndexOf('.') + 1);
    if (!suffix.equals(suffix.toLowerCase(Locale.ROOT))
        && !written.equals(written.toUpperCase(Locale.ROOT))) {
      return false; // the next sentence: "done.My"
    }
    var last = suffix.toLowerCase(Locale.ROOT);
    if (!hasPath
        && (FILES_AND_CODE.contains(last) || (WORDS.contains(last) && !looksMade(written)))) {
      return false;
    }
    return Host.named(written).hasKnownSuffix();
  }

  /** No word of a sentence has a hyphen, a digit or two dots. */
  private static boolean looksMade(String written) {
    return written.indexOf('.') != written.lastIndexOf('.')
        || written.chars().anyMatch(unit -> unit == '-' || Character.isDigit(unit));
  }

  /** Where the path ends that begins here; here itself without one. */
  private static int pathEnd(String text, int at, int to) {
    int end = at;
    if (end < to && (text.charAt(end) == '/' || text.charAt(end) == ':')) {
      while (end < to && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) < 0x3000) {
        end++;
      }
      while (end > at && ".,;:!?)'\"".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
    }
    return end;
  }

  private static boolean isPart(char unit) {
    return Character.isLetterOrDigit(unit) || isDotOrHyphen(unit);
  }

  private static boolean isDotOrHyphen(char unit) {
    return unit == '.' || unit == '-';
  }
}
