package io.moderato.moderator;

import io.moderato.page.Keys;
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

  public Preferences {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("there are no pages in '%s'".formatted(language));
    }
    if (!THEMES.contains(theme)) {
      throw new IllegalArgumentException("there is no theme '%s'".formatted(theme));
    }
    keys = Map.copyOf(keys);
    if (!Keys.areUsable(keys)) {
      throw new IllegalArgumentException(
          "each act has one key, which is a single character of its own; g and ? are taken");
    }
  }
}
