package io.moderato.comment;

import java.util.regex.Pattern;

/** The platform's id of a comment, unique within its site; any text without control characters, up to 256 characters. */
public record CommentId(String value) {
  private static final Pattern AKISMET = Pattern.compile("akismet-[0-9a-f]{32}");

  public CommentId {
    PlatformIds.requireValid("comment", value);
  }

  /** Whether a comment is called so that came as a check by Akismet's contract; blogs keep such an id as {@code akismet_guid}. */
  public static boolean isOfAkismet(String id) {
    return AKISMET.matcher(id).matches();
  }

  /** What a comment of WordPress is called that was imported. */
  public static CommentId ofWordPress(String number) {
    return new CommentId("wp-c-" + number);
  }

  @Override
  public String toString() {
    return value;
  }
}
