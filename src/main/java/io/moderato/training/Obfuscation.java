package io.moderato.training;

import io.moderato.comment.TextFormat;
import java.util.Random;
import java.util.function.BiFunction;

/** A way to dress words up so that people still read them: half of a text's words of four and more letters, never two neighbours. */
enum Obfuscation {
  LEET(Obfuscation::leet),
  LOOK_ALIKES(Obfuscation::lookAlikes),
  ZERO_WIDTH((word, random) -> inside(word, random, "\u200B", "")),
  SPACED((word, random) -> spread(word, ' ')),
  DOTTED((word, random) -> spread(word, '.')),
  STRETCHED(Obfuscation::stretched),
  DIACRITICS(Obfuscation::diacritics),
  FONTS((word, random) -> shifted(word, 0x1D41A, 0x1D400, "")),
  REGIONAL_INDICATORS((word, random) -> shifted(word, 0x1F1E6, 0x1F1E6, "\u200C")),
  SQUARED_LETTERS((word, random) -> shifted(word, 0x1F130, 0x1F130, "")),
  ENTITIES(Obfuscation::entity, TextFormat.HTML),
  HTML_TAGS((word, random) -> inside(word, random, "<b>", "</b>"), TextFormat.HTML),
  MARKDOWN((word, random) -> inside(word, random, "**", "**"), TextFormat.MARKDOWN);

  private static final int SHORTEST = 4;
  private static final String PLAIN = "aeiostAEIOST";
  private static final String LEET_SIGNS = "431057431057";
  private static final String LATIN = "aeopcxyAEOPCX";
  private static final String CYRILLIC = "аеорсхуАЕОРСХ";

  private final BiFunction<String, Random, String> dress;
  private final TextFormat format;

  Obfuscation(BiFunction<String, Random, String> dress) {
    this(dress, TextFormat.TEXT);
  }

  Obfuscation(BiFunction<String, Random, String> dress, TextFormat format) {
    this.dress = dress;
    this.format = format;
  }

  /** The format in which the dressed text must be read to be read by people. */
  TextFormat format() {
    return format;
  }

  /** The text with some of its words dressed up; equal for equal seeds. */
  String of(String text, long seed) {
    var random = new Random(seed);
    var dressed = new StringBuilder();
    boolean last = false;
    for (String word : text.split("(?<=\\s)|(?=\\s)")) {
      boolean letters = word.length() >= SHORTEST && word.chars().allMatch(Obfuscation::isPlain);
      if (letters && !last && random.nextBoolean()) {
        dressed.append(dress.apply(word, random));
        last = true;
      } else {
        dressed.append(word);
        last &= word.isBlank();
      }
    }
    return dressed.toString();
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String leet(String word, Random random) {
    return replaced(word, random, PLAIN, LEET_SIGNS);
  }

  private static String lookAlikes(String word, Random random) {
    return replaced(word, random, LATIN, CYRILLIC);
  }

  /** Replaces half of the letters that can be. */
  private static String replaced(String word, Random random, String from, String to) {
    var dressed = new StringBuilder(word);
    for (int i = 1; i < word.length() - 1; i++) {
      int index = from.indexOf(word.charAt(i));
      if (index >= 0 && random.nextBoolean()) {
        dressed.setCharAt(i, to.charAt(index));
      }
    }
    return dressed.toString();
  }

  /** Puts something before and behind a letter inside. */
  private static String inside(String word, Random random, String before, String behind) {
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + before + word.charAt(at) + behind + word.substring(at + 1);
  }

  private static String spread(String word, char gap) {
    return String.join(String.valueOf(gap), word.split(""));
  }

  private static String stretched(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at)
        + String.valueOf(word.charAt(at)).repeat(3 + random.nextInt(3))
        + word.substring(at + 1);
  }

  private static String diacritics(String word, Random random) {
    var dressed = new StringBuilder();
    for (char c : word.toCharArray()) {
      dressed.append(c);
      if (random.nextInt(3) == 0) {
        dressed.append((char) (0x0300 + random.nextInt(16)));
      }
    }
    return dressed.toString();
  }

  private static String shifted(String word, int small, int capital, String between) {
    var dressed = new StringBuilder();
    for (char c : word.toCharArray()) {
      dressed.appendCodePoint(c >= 'a' ? small + c - 'a' : capital + c - 'A').append(between);
    }
    return dressed.toString();
  }

  private static String entity(String word, Random random) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + "&#" + (int) word.charAt(at) + ";" + word.substring(at + 1);
  }
}
