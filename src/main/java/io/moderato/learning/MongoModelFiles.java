package io.moderato.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    return remove(id(name))
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
  public Future<Void> keepOnly(SiteId site, Set<Integer> numbers) {
    var kept = numbers.stream().map(number -> id(name(site, number))).collect(Collectors.toSet());
    var ofSite = and(
        gt("_id", id(site.value() + "@")), lt("_id", id(site.value() + "A"))); // 'A' follows '@'
    return publishers.all(bucket.find(ofSite)).compose(found -> {
      var gone = found.stream()
          .map(GridFSFile::getId)
          .filter(id -> !kept.contains(id))
          .map(id -> publishers.done(bucket.delete(id)))
          .toList();
      return Future.all(gone).mapEmpty();
    });
  }

  private Future<Void> remove(BsonValue id) {
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
