package io.moderato.http;

/** JSON pointers (RFC 6901) as text. */
final class JsonPointers {
  private JsonPointers() {}

  /** The pointer to a field of the object that the pointer leads to. */
  static String field(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
