package io.moderato.wordlist;

import io.moderato.comment.Author;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What of a comment a list is looked for in. */
public enum ListField {
  TEXT("text"),
  NAME("name"),
  EMAIL("email"),
  URL("url"),
  IP("ip"),
  USER_AGENT("userAgent");

  private final String word;

  ListField(String word) {
    this.word = word;
  }

  /** As the API names it. */
  public String word() {
    return word;
  }

  /** @throws IllegalArgumentException for a word that is no field */
  public static ListField of(String word) {
    return Arrays.stream(values())
        .filter(field -> field.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field is called " + word));
  }

  /** What the platform tells of the author; null for the text, and where it does not tell. */
  @Nullable
  String of(Author author) {
    return switch (this) {
      case TEXT -> null;
      case NAME -> author.name();
      case EMAIL -> author.email();
      case URL -> author.url();
      case IP -> author.ip();
      case USER_AGENT -> author.userAgent();
    };
  }
}
