package io.moderato.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param t the words
 * @param viewer who is signed in; null for nobody
 * @param csrf the token that every act must carry; empty where nobody is signed in
 * @param place which entry of the navigation is the current one: {@code review}, {@code history}, …
 */
public record Shell(Messages t, Look look, @Nullable Viewer viewer, String csrf, String place) {
  /** Who looks at the page. */
  public record Viewer(String login, String name, boolean admin) {}

  public static Shell signedOut(Messages t) {
    return new Shell(t, Look.DEFAULT, null, "", "");
  }
}
