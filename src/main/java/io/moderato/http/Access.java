package io.moderato.http;

import io.moderato.site.Scope;
import java.util.Set;

/**
 * Who may call an operation.
 *
 * @param kind which kind of key is wanted, if any
 * @param scopes of which a site's key must have every one
 */
public record Access(Kind kind, Set<Scope> scopes) {
  public enum Kind {
    OPEN,
    SITE_KEY,
    OPERATOR_KEY
  }

  public Access {
    scopes = Set.copyOf(scopes);
  }
}
