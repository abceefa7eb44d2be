package io.moderato.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** By which ids suggestions of a text are known, so that whoever knows the text or its comment finds them. */
public final class SuggestionIds {
  private SuggestionIds() {}

  /** Of what a platform suggested. @param named what else tells the comment, empty where the platform says nothing of it */
  public static String ofText(String community, String named, String text) {
    var sha = sha();
    Stream.of(community, named, text).forEach(part -> {
      sha.update(part.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0xff); // never in UTF-8
    });
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Of what a site's export gave out. @param example {@code comment/} or {@code suggestion/} and the id there */
  public static String ofExample(String example) {
    return HexFormat.of().formatHex(sha().digest(example.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
