package io.moderato.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;
import org.h2.mvstore.MVStore;

/** The server's commands over one open store. */
final class IndexedBackend extends AbstractMongoBackend {
  /** As many documents as MongoDB gives at first where the client names no number. */
  private static final int FIRST_BATCH = 101;

  private final MVStore store;

  IndexedBackend(MVStore store) {
    super(Clock.systemUTC());
    this.store = store;
    store.getMapNames().stream()
        .filter(map -> map.startsWith(IndexedDatabase.DOCUMENTS))
        .map(map -> Utils.firstFragment(map.substring(IndexedDatabase.DOCUMENTS.length())))
        .distinct()
        .forEach(this::resolveDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, store, getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (command.equals("hello")) {
      var answer = super.handleCommand(channel, database, "ismaster", query);
      return answer.append("isWritablePrimary", true);
    }
    if (command.equals("find")) {
      boolean isNamed = query.get("batchSize") instanceof Number number && number.intValue() > 0;
      query.put("batchSize", isNamed ? query.get("batchSize") : FIRST_BATCH);
    }
    return super.handleCommand(channel, database, command, query);
  }
}
