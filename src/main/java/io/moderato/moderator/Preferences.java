package io.moderato.moderator;

import java.util.List;
import java.util.Map;

/**
 * How somebody likes the pages.
 *
 * @param language {@code en} or {@code de}; empty for what the browser asks for
 * @param theme {@code auto}, {@code light}, {@code dark} or {@code contrast}
 * @param blur whether the text of what may be harmful is blurred until it is looked at
 * @param grey whether the pages are without colour
 * @param keys the key of each act that has another one than by default: {@code approve} to {@code y}
 */
public record Preferences(
    String language, String theme, boolean blur, boolean grey, Map<String, String> keys) {
  public static final List<String> LANGUAGES = List.of("", "en", "de");
  public static final List<String> THEMES = List.of("auto", "light", "dark", "contrast");
  public static final Preferences DEFAULT = new Preferences("", "auto", false, false, Map.of());

  private static final int MOST_KEYS = 50;
  private static final int LONGEST_KEY = 20;

  public Preferences {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("there are no pages in '%s'".formatted(language));
    }
    if (!THEMES.contains(theme)) {
      throw new IllegalArgumentException("there is no theme '%s'".formatted(theme));
    }
    keys = Map.copyOf(keys);
    if (keys.size() > MOST_KEYS || keys.entrySet().stream().anyMatch(Preferences::isTooLong)) {
      throw new IllegalArgumentException(
          "at most %d keys can be remapped, each of at most %d characters"
              .formatted(MOST_KEYS, LONGEST_KEY));
    }
  }

  private static boolean isTooLong(Map.Entry<String, String> key) {
    return key.getKey().length() > LONGEST_KEY || key.getValue().length() > LONGEST_KEY;
  }
}
