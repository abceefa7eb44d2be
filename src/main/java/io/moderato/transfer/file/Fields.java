package io.moderato.transfer.file;

import io.moderato.comment.Author;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Brings what a file says into the bounds that the service sets, telling what had to be changed. */
final class Fields {
  static final int LONGEST_FIELD = 2000;
  static final int LONGEST_BODY = 100_000;
  static final int LONGEST_TEXT_BYTES = 64 * 1024;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_IP = 64;

  private final Findings findings;

  Fields(Findings findings) {
    this.findings = findings;
  }

  /** What is told of a name, an address or a title; null where it is blank. Entities that some exports leave in them are read. */
  @Nullable
  String field(String raw, long line) {
    return cut(Parser.unescapeEntities(mended(raw, line), false).strip(), LONGEST_FIELD, line);
  }

  private @Nullable String cut(String text, int longest, long line) {
    if (text.length() > longest) {
      findings.add(Finding.TEXT_CUT, line, text);
    }
    return text.isEmpty() ? null : TextRepair.shortened(text, longest);
  }

  Author author(
      String id, String name, String email, String url, String ip, String userAgent, long line) {
    return new Author(
        field(id, line),
        field(name, line),
        field(email, line),
        field(url, line),
        cut(mended(ip, line).strip(), LONGEST_IP, line),
        field(userAgent, line));
  }

  /** A comment's text; empty where nothing is left of it. */
  String text(String raw, long line) {
    var text = mended(raw, line).strip();
    var shortened = TextRepair.shortenedToBytes(text, LONGEST_TEXT_BYTES);
    if (shortened.length() < text.length()) {
      findings.add(Finding.TEXT_CUT, line, text);
    }
    return shortened;
  }

  /** What a post says, without its markup; null where it is blank. What is beyond the bound tells nothing more of what it is about. */
  @Nullable
  String body(String html, long line) {
    var bounded = TextRepair.shortened(mended(html, line), 4 * LONGEST_BODY);
    var text = Jsoup.parseBodyFragment(bounded).body().wholeText().strip();
    return text.isEmpty() ? null : TextRepair.shortened(text, LONGEST_BODY);
  }

  private String mended(String raw, long line) {
    var once = TextRepair.encodedOnce(raw);
    if (!once.equals(raw)) {
      findings.add(Finding.DOUBLE_ENCODED, line, once);
    }
    return TextRepair.allowed(once);
  }

  static TextFormat format(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0 ? TextFormat.HTML : TextFormat.TEXT;
  }

  /** What a post is called by its address, as live comments on it name it; the platform's id behind its name where it tells none. */
  static String post(String url, String platform, String raw) {
    return url.matches("https?://.+") ? PostId.ofAddress(url).value() : id(platform, raw);
  }

  /** The platform's id behind its name, so that two platforms' never meet; a digest of it where it is no id. */
  static String id(String platform, String raw) {
    var isId =
        raw.length() <= LONGEST_ID && raw.chars().allMatch(unit -> unit > 0x20 && unit < 0x7f);
    return platform + "-" + (isId ? raw : digest(raw));
  }

  /** 64 bits of SHA-256 in hexadecimal. */
  static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
