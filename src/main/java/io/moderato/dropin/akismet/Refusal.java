package io.moderato.dropin.akismet;

import org.jspecify.annotations.Nullable;

/** A call that the contract answers with a word of its own and the status 200. */
final class Refusal extends RuntimeException {
  private final String answer;
  private final String help;
  private final @Nullable Integer alert;

  private Refusal(String answer, String help, @Nullable Integer alert) {
    super(help, null, false, false);
    this.answer = answer;
    this.help = help;
    this.alert = alert;
  }

  static Refusal invalid(String help) {
    return new Refusal("invalid", help, null);
  }

  /** The key is good, but not for this blog. */
  static Refusal notForThisBlog() {
    return new Refusal("invalid", "This key is not for this blog.", 10404);
  }

  static Refusal missing(String field) {
    return new Refusal(
        "Missing required field: %s.".formatted(field),
        "Empty \"%s\" value".formatted(field),
        null);
  }

  String answer() {
    return answer;
  }

  /** For the header that developers read. */
  String help() {
    return help;
  }

  /** The contract's code for the site's owner; null for none. */
  @Nullable
  Integer alert() {
    return alert;
  }
}
