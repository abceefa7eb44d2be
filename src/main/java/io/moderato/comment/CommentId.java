package io.moderato.comment;

/** The platform's id of a comment, unique within its site; any text without control characters, up to 256 characters. */
public record CommentId(String value) {
  public CommentId {
    PlatformIds.requireValid("comment", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
