package io.moderato.webhook;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Looks a host's addresses up. */
@FunctionalInterface
public interface NameResolver {
  /** All of them, at least one; fails where there is none. */
  Future<List<InetAddress>> resolve(String host);
}
