package io.moderato.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The platform's id of a post, unique within its site; any text without control characters, up to 256 characters. */
public record PostId(String value) {
  private static final int LONGEST_ADDRESS = 256;
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");

  public PostId {
    PlatformIds.requireValid("post", value);
  }

  /**
   * What a post is called where a platform knows it by its address alone: {@code blog.example/bridges}. The same for {@code http} and
   * {@code https}, for a slash at the end or none, and for each place of one page; a digest for what is no fit id.
   */
  public static PostId ofAddress(String url) {
    var page = SCHEME.matcher(url.strip()).replaceFirst("");
    var path = page.split("#", 2)[0].replaceFirst("/+$", "");
    var isFit = !path.isEmpty()
        && !path.equals(".")
        && !path.equals("..")
        && path.length() <= LONGEST_ADDRESS
        && path.chars().allMatch(unit -> unit > 0x20 && unit != 0x7f);
    return new PostId(isFit ? path : "page-" + digest(path));
  }

  private static String digest(String path) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(path.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
