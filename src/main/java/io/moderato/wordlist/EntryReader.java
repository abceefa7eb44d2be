package io.moderato.wordlist;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.moderato.classify.FoldedWords;
import io.moderato.signals.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one entry: {@code casino}, {@code buy now}, {@code viagra*}, {@code domain:example.com}, {@code /win \$\d+/}, {@code !dick cheney}. A
 * backslash takes a sign's meaning from it.
 */
final class EntryReader {
  static final int LONGEST = 300;

  /** RE2 repeats by copying: a short expression can be a large program, and time goes with its size. */
  static final int LARGEST_PROGRAM = 2_000;

  private static final java.util.regex.Pattern DOMAIN =
      java.util.regex.Pattern.compile("(?:\\*\\.)?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("\\{(?:\\d*,)?(\\d{1,9})");

  private static final long MOST_REPEATS = 1_000;

  private EntryReader() {}

  /** Whether a line of a file is for people only. */
  static boolean isComment(String line, ListFormat format) {
    return line.isBlank() || (format == ListFormat.WORDS && line.strip().startsWith("#"));
  }

  /** @throws InvalidEntryException with a sentence */
  static Entry read(String written, ListFormat format) {
    requirePlain(written);
    var entry = written.strip();
    if (format == ListFormat.WORDPRESS) {
      return new Entry.Raw(LowerCase.of(entry));
    }
    if (entry.startsWith("#")) {
      throw new InvalidEntryException(
          "begins with #, which marks a comment; write \\# for a hash tag");
    }
    if (entry.startsWith("!")) {
      return exception(entry.substring(1).strip());
    }
    int slash = entry.startsWith("/") ? entry.lastIndexOf('/') : 0;
    if (slash > 0 && entry.substring(slash + 1).matches("i?")) {
      return regex(entry.substring(1, slash));
    }
    if (entry.regionMatches(true, 0, "domain:", 0, 7)) {
      return site(entry.substring(7).strip());
    }
    if (entry.regionMatches(true, 0, "http://", 0, 7)
        || entry.regionMatches(true, 0, "https://", 0, 8)) {
      return site(entry.substring(entry.indexOf("//") + 2));
    }
    return phrase(entry);
  }

  private static void requirePlain(String entry) {
    if (entry.isBlank()) {
      throw new InvalidEntryException("is empty");
    }
    if (entry.length() > LONGEST) {
      throw new InvalidEntryException("is longer than %d characters".formatted(LONGEST));
    }
    if (entry.chars().anyMatch(unit -> unit != '\t' && Character.isISOControl(unit))) {
      throw new InvalidEntryException("holds a control character");
    }
  }

  private static Entry exception(String entry) {
    var pattern = entry.isEmpty() ? "" : pattern(entry);
    if (pattern.isEmpty() || (pattern.indexOf(Entry.Phrase.STAR) >= 0 && !isTelling(pattern))) {
      throw new InvalidEntryException("is an exception without a word");
    }
    return new Entry.Phrase(pattern, true);
  }

  private static Entry regex(String expression) {
    requireFewRepeats(expression);
    try {
      var pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
      if (pattern.programSize() > LARGEST_PROGRAM) {
        throw new InvalidEntryException(
            "is a regular expression that comes to %d steps; at most %d are taken"
                .formatted(pattern.programSize(), LARGEST_PROGRAM));
      }
      if (pattern.matcher("").find()) {
        throw new InvalidEntryException(
            "is a regular expression that also matches nothing at all, so it would hit every comment");
      }
      return new Entry.Regex(pattern);
    } catch (PatternSyntaxException e) {
      throw new InvalidEntryException("is no regular expression: %s".formatted(e.getDescription()));
    }
  }

  /** Before it is compiled: repeats in repeats would fill the memory. */
  private static void requireFewRepeats(String expression) {
    long copies = 1;
    var repeats = REPEAT.matcher(expression);
    while (repeats.find()) {
      copies *= Math.max(1, Long.parseLong(repeats.group(1)));
      if (copies > MOST_REPEATS) {
        throw new InvalidEntryException(
            "is a regular expression that repeats more than %d times".formatted(MOST_REPEATS));
      }
    }
  }

  private static Entry site(String address) {
    int path = address.indexOf('/');
    var name = path < 0 ? address : address.substring(0, path);
    var host = Host.named(withoutStar(name)).name();
    if (!host.contains(".") && !host.startsWith("[") || host.contains("*") || host.contains(" ")) {
      throw new InvalidEntryException("names no domain such as example.com");
    }
    var below = host.startsWith("www.") ? host.substring(4) : host;
    return new Entry.Site(
        below, path < 0 || path == address.length() - 1 ? "" : address.substring(path));
  }

  private static Entry phrase(String entry) {
    if (DOMAIN.matcher(entry).matches() && Host.of(withoutStar(entry)) != null) {
      return site(entry);
    }
    var pattern = pattern(entry);
    if (pattern.isEmpty() || isLost(entry, pattern)) {
      return new Entry.Raw(LowerCase.of(entry.replace("\\", "")));
    }
    var phrase = new Entry.Phrase(pattern.equals(entry) ? entry : pattern, false);
    if (phrase.hasStar() && !isTelling(pattern)) {
      throw new InvalidEntryException(
          "would hit nearly every comment; leave at least two letters beside the *");
    }
    return phrase;
  }

  /** Whether signs alone were folded into something else: {@code -->} becomes {@code >}. */
  private static boolean isLost(String entry, String pattern) {
    return entry.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c > 0x2000)
        && !pattern.equals(entry)
        && entry.indexOf('*') < 0;
  }

  private static String withoutStar(String domain) {
    return domain.startsWith("*.") ? domain.substring(2) : domain;
  }

  /** Folds what stands between the stars. */
  private static String pattern(String entry) {
    var pattern = new StringBuilder();
    var pieces = pieces(entry);
    for (int i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      if (i > 0) {
        pattern.append(Entry.Phrase.STAR);
        pattern.append(!piece.isEmpty() && isGap(piece.charAt(0)) ? " " : "");
      }
      pattern.append(FoldedWords.fold(piece));
      boolean last = i == pieces.size() - 1;
      pattern.append(
          !last && !piece.isEmpty() && isGap(piece.charAt(piece.length() - 1)) ? " " : "");
    }
    return pattern.toString().replaceAll(" +", " ").strip();
  }

  /** Of an entry cut at its stars; a run of stars is one. */
  private static List<String> pieces(String entry) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (int i = 0; i < entry.length(); i++) {
      char unit = entry.charAt(i);
      if (unit == '\\' && i + 1 < entry.length()) {
        i++;
        piece.append(entry.charAt(i));
      } else if (unit != '*') {
        piece.append(unit);
      } else if (i == 0 || entry.charAt(i - 1) != '*' || (i > 1 && entry.charAt(i - 2) == '\\')) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** What ends a word where it is folded away; signs that stand for letters don't. */
  private static boolean isGap(char unit) {
    return !Character.isLetterOrDigit(unit)
        && !Character.isSurrogate(unit)
        && "$@!'".indexOf(unit) < 0;
  }

  private static boolean isTelling(String pattern) {
    var letters =
        pattern.chars().filter(unit -> unit != Entry.Phrase.STAR && unit != ' ').toArray();
    return letters.length > 1
        || (letters.length == 1
            && (Boundaries.isUnspaced((char) letters[0]) || letters[0] > 0x2000));
  }
}
