package io.moderato.moderator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody is sent after signing in: a path of this service, never another one's address. */
record ReturnPath(String path) {
  /** Browsers read a backslash as a slash, and two slashes as the begin of a host; they skip control characters. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}");

  private static final String START = "/review";

  /** The path, or where everybody starts if it can't be followed safely. */
  static ReturnPath of(@Nullable String wanted) {
    return new ReturnPath(wanted != null && LOCAL.matcher(wanted).matches() ? wanted : START);
  }

  /** The page to sign in on. */
  String signIn() {
    return behind("/login");
  }

  /** The way to a provider. */
  String withProvider() {
    return behind(OpenIdPages.START);
  }

  private String behind(String page) {
    return page + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
