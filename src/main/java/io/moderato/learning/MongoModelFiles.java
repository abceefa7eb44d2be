package io.moderato.learning;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.BsonValue;

/** GridFS bucket {@code models}; a file's id and name are "site@number". A file is there only when it is whole. */
public final class MongoModelFiles implements ModelFiles {
  private final GridFSBucket bucket;
  private final Publishers publishers;

  public MongoModelFiles(MongoDatabase database, Publishers publishers) {
    this.bucket = GridFSBuckets.create(database, "models");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> put(SiteId site, int number, byte[] file) {
    var name = name(site, number);
    return remove(site, number)
        .compose(gone -> publishers.done(
            bucket.uploadFromPublisher(id(name), name, Publishers.just(ByteBuffer.wrap(file)))));
  }

  @Override
  public Future<Optional<byte[]>> get(SiteId site, int number) {
    var id = id(name(site, number));
    return publishers
        .first(bucket.find(eq("_id", id)).limit(1))
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : publishers
                .all(bucket.downloadToPublisher(id))
                .map(parts -> Optional.of(joined(parts))));
  }

  @Override
  public Future<Void> remove(SiteId site, int number) {
    var id = id(name(site, number));
    return publishers
        .first(bucket.find(eq("_id", id)).limit(1))
        .compose(found ->
            found.isEmpty() ? Future.succeededFuture() : publishers.done(bucket.delete(id)));
  }

  private static byte[] joined(List<ByteBuffer> parts) {
    var whole =
        ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::remaining).sum());
    parts.forEach(whole::put);
    return whole.array();
  }

  private static String name(SiteId site, int number) {
    return site.value() + "@" + number;
  }

  private static BsonValue id(String name) {
    return new BsonString(name);
  }
}
