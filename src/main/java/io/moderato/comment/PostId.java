package io.moderato.comment;

/** The platform's id of a post, unique within its site; any text without control characters, up to 256 characters. */
public record PostId(String value) {
  public PostId {
    PlatformIds.requireValid("post", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
