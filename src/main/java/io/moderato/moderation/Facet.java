package io.moderato.moderation;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.site.SiteId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Something that held comments are filtered by; a comment has several. */
public record Facet(String kind, String value) {
  /** What every held comment has, and no other. */
  public static final Facet ALL = new Facet("all", "");

  public static final Facet ESCALATED = new Facet("escalated", "");

  /** An approved comment that was drawn. It has no other facets but the kind of draw, so that nobody meets it who looks for what is held. */
  public static final Facet DRAWN = new Facet("drawn", "");

  /** So that a key of the index stays short, whatever a platform takes for ids. */
  private static final int LONGEST = 100;

  /** A reason names the label, or its score is 0.5 at least. */
  public static Facet label(Label label) {
    return new Facet("label", label.name());
  }

  /** The label of the greatest expected harm; null for comments that no model scored. */
  public static Facet worst(@Nullable Label label) {
    return new Facet("worst", label == null ? "" : label.name());
  }

  public static Facet rule(String name) {
    return new Facet("rule", name);
  }

  public static Facet language(String code) {
    return new Facet("language", code);
  }

  public static Facet author(String key) {
    return new Facet("author", key);
  }

  public static Facet post(PostId post) {
    return new Facet("post", post.value());
  }

  /** @param first the comment that the campaign is named after, which has the facet itself */
  public static Facet campaign(CommentId first) {
    return new Facet("campaign", first.value());
  }

  public static Facet drawn(Draw draw) {
    return new Facet("drawn", draw.word());
  }

  public static Facet door(String door) {
    return new Facet("door", door);
  }

  /** As it stands in the index: {@code blog label SPAM}. */
  String key(SiteId site) {
    return site + " " + kind + " " + (value.length() > LONGEST ? digest(value) : value);
  }

  private static String digest(String value) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
