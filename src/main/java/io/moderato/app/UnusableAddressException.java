package io.moderato.app;

import io.moderato.app.Settings.HttpSettings;

/** An address that can't be listened on. The message is a sentence for the operator: which one, why, and what to do. */
public final class UnusableAddressException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableAddressException(HttpSettings http, Throwable cause) {
    super(
        "It can't listen on %s, port %d: %s. Stop what uses it, or choose another (http.host, http.port)."
            .formatted(http.host(), http.port(), cause.getMessage()),
        cause);
  }
}
