package io.moderato.app;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.moderato.mongo.Mongo;
import io.moderato.mongo.Publishers;
import io.moderato.site.KeySecret;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The operator's key: the one that is set, else the one made on the very first start, of which the store keeps the hash. Collection
 * {@code operator}, one document.
 */
final class AdminKey {
  private static final String ID = "admin-key";

  private final MongoCollection<Document> operator;
  private final Publishers publishers;
  private final AtomicReference<@Nullable String> hash = new AtomicReference<>();

  AdminKey(Mongo mongo, @Nullable String set) {
    this.operator = mongo.database().getCollection("operator");
    this.publishers = mongo.publishers();
    if (set != null) {
      hash.set(new KeySecret(set).hash());
    }
  }

  /** Of the key that counts. Fails while it has to be read from a store that can't be used. */
  Future<String> hash() {
    var known = hash.get();
    return known != null ? Future.succeededFuture(known) : stored();
  }

  /** Makes a key if there is none yet; the secret then, for the one time that it is shown. Of several processes one makes it. */
  Future<Optional<KeySecret>> makeIfNone() {
    if (hash.get() != null) {
      return Future.succeededFuture(Optional.empty());
    }
    var secret = KeySecret.random();
    var document = new Document("_id", ID).append("hash", secret.hash());
    return publishers
        .unlessDuplicate(operator.insertOne(document))
        .map(made -> made ? Optional.of(secret) : Optional.empty());
  }

  private Future<String> stored() {
    return publishers
        .first(operator.find(eq(ID)).limit(1))
        .map(found -> found.map(document -> document.getString("hash")).orElse(""))
        .onSuccess(found -> {
          if (!found.isEmpty()) {
            hash.set(found);
          }
        });
  }
}
