package io.moderato.comment;

/** How a comment's text is marked up. */
public enum TextFormat {
  TEXT,
  HTML,
  MARKDOWN
}
