package io.moderato.learning;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** In memory. */
final class FakeModelFiles implements ModelFiles {
  private final Map<Integer, byte[]> files = new TreeMap<>();

  @Override
  public Future<Void> put(SiteId site, int number, byte[] file) {
    files.put(number, file);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<byte[]>> get(SiteId site, int number) {
    return Future.succeededFuture(Optional.ofNullable(files.get(number)));
  }

  @Override
  public Future<Void> keepOnly(SiteId site, Set<Integer> numbers) {
    files.keySet().retainAll(numbers);
    return Future.succeededFuture();
  }

  /** Of all files. */
  Map<Integer, byte[]> all() {
    return files;
  }
}
