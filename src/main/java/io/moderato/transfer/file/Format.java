package io.moderato.transfer.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of files that can be read. */
public enum Format {
  WXR,
  BLOGGER,
  DISQUS,
  NDJSON,
  HTML,
  COMMENTO;

  private static final Pattern COMMENTO_FIELD =
      Pattern.compile("\"commentHex\"|\"comments\"\\s*:\\s*\\[");
  private static final Pattern LINE =
      Pattern.compile("\\s*\\{[^\\n]*\"kind\"\\s*:.*", Pattern.DOTALL);

  /** By what a file begins with; empty if it looks like none. */
  static Optional<Format> of(String begin) {
    var text = begin.startsWith("\ufeff") ? begin.substring(1) : begin;
    if (LINE.matcher(text).matches()) {
      return Optional.of(NDJSON);
    }
    if (text.stripLeading().startsWith("{") && COMMENTO_FIELD.matcher(text).find()) {
      return Optional.of(COMMENTO);
    }
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("<disqus") || lower.contains("http://disqus.com")) {
      return Optional.of(DISQUS);
    }
    if (lower.contains("<rss") || lower.contains("wordpress.org/export/")) {
      return Optional.of(WXR);
    }
    if (lower.contains("<feed")
        || lower.contains("http://www.w3.org/2005/atom") && !lower.contains("<html")) {
      return Optional.of(BLOGGER);
    }
    return lower.contains("<html") || lower.contains("<!doctype html")
        ? Optional.of(HTML)
        : Optional.empty();
  }
}
