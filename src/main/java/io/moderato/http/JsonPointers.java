package io.moderato.http;

/** JSON pointers (RFC 6901) as text. */
public final class JsonPointers {
  private JsonPointers() {}

  /** The pointer to a field of the object that the pointer leads to. */
  public static String field(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
