package io.moderato.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;

/** Two collections get the same random operations; one has indexes, the other is walked over. They must never differ. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@NullUnmarked // nulls are values here
class IndexedQueriesIT {
  private static final int OPERATIONS = 2600;
  private static final int BETWEEN_RESTARTS = 1000;

  private static final List<Document> INDEXES = List.of(
      new Document("site", 1)
          .append("post", 1)
          .append("status", 1)
          .append("at", 1)
          .append("_id", 1),
      new Document("status", 1).append("score", -1).append("_id", 1),
      new Document("any", 1),
      new Document("author.name", 1).append("any", -1),
      new Document("at", -1).append("_id", -1),
      new Document("tags", 1).append("score", 1).append("_id", 1),
      new Document("site", 1).append("waits.tags", -1).append("at", -1),
      new Document("tags", 1).append("waits.tags", 1),
      new Document("site", 1)
          .append("at", 1)
          .append("score", 1)
          .append("_id", 1)
          .append("said", 1));

  private static final Document SPARSE =
      new Document("waits.tags", 1).append("waits.score", 1).append("waits.id", 1);

  @TempDir
  private Path directory;

  private Random random = new Random();
  private EmbeddedServer server;
  private Client client;
  private MongoCollection<Document> indexed;
  private MongoCollection<Document> plain;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equal_a_plain_scan(long seed) {
    random = new Random(seed);
    open();
    INDEXES.forEach(index -> Client.one(indexed.createIndex(index)));
    Client.one(indexed.createIndex(new Document("unique", 1), new IndexOptions().unique(true)));
    Client.one(indexed.createIndex(SPARSE, new IndexOptions().sparse(true)));

    for (int i = 1; i <= OPERATIONS; i++) {
      if (i % BETWEEN_RESTARTS == 0) {
        assertSame(seed);
        close();
        open();
      }
      operate("seed %d, operation %d".formatted(seed, i));
    }

    assertSame(seed);
    close();
  }

  private void assertSame(long seed) {
    assertThat(byId(Client.all(indexed.find())).equals(byId(Client.all(plain.find()))))
        .as("seed %d: the same documents", seed)
        .isTrue();
  }

  private void open() {
    server = EmbeddedServer.start(directory);
    client = new Client(server);
    indexed = client.collection("indexed");
    plain = client.collection("plain");
  }

  private void close() {
    client.close();
    server.close();
  }

  private void operate(String which) {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> insert(which);
      case 4 -> replace(which);
      case 5, 6 -> update(which);
      case 7, 8 -> delete(which);
      case 9, 10 -> findAndModify(which);
      case 11 -> count(which);
      default -> find(which);
    }
  }

  private void insert(String which) {
    var document = document(random.nextInt(100_000));
    if (Client.one(plain.find(eq("_id", document.get("_id"))).first()) != null) {
      return;
    }
    boolean taken = Client.one(plain.find(eq("unique", document.get("unique"))).first()) != null;
    try {
      Client.one(indexed.insertOne(document));
      assertThat(taken).as("%s: %s", which, document).isFalse();
      Client.one(plain.insertOne(document));
    } catch (MongoWriteException refused) {
      assertThat(taken).as("%s: %s", which, document).isTrue();
    }
  }

  private void replace(String which) {
    var old = any();
    if (old != null) {
      var fresh = document(0).append("_id", old.get("_id")).append("unique", old.get("unique"));
      var options = new ReplaceOptions();
      assertThat(Client.one(indexed.replaceOne(eq("_id", old.get("_id")), fresh, options)))
          .as(which)
          .isEqualTo(Client.one(plain.replaceOne(eq("_id", old.get("_id")), fresh, options)));
    }
  }

  private void update(String which) {
    var filter = filter();
    var change = change();
    assertThat(Client.one(indexed.updateMany(filter, change)))
        .as("%s: %s %s", which, filter, change)
        .isEqualTo(Client.one(plain.updateMany(filter, change)));
  }

  private void delete(String which) {
    var filter = new Document(filter()).append("score", new Document("$gt", 2));
    assertThat(Client.one(indexed.deleteMany(filter)))
        .as("%s: %s", which, filter)
        .isEqualTo(Client.one(plain.deleteMany(filter)));
  }

  private void findAndModify(String which) {
    var filter = filter();
    var change = change();
    if (Client.all(plain.find(filter)).stream().anyMatch(IndexedQueriesIT::hasArray)) {
      return;
    }
    var options = new FindOneAndUpdateOptions().sort(sort());
    assertThat(Client.all(indexed.findOneAndUpdate(filter, change, options)))
        .as("%s: %s %s %s", which, filter, change, options)
        .isEqualTo(Client.all(plain.findOneAndUpdate(filter, change, options)));
  }

  private void count(String which) {
    var filter = filter();
    assertThat(Client.one(indexed.countDocuments(filter)))
        .as("%s: %s", which, filter)
        .isEqualTo(Client.one(plain.countDocuments(filter)));
    var limit = random.nextInt(5);
    assertThat(counted("indexed", filter, limit))
        .as("%s: %s limit %d", which, filter, limit)
        .isEqualTo(counted("plain", filter, limit));
  }

  private Object counted(String collection, Document filter, int limit) {
    var command = new Document("count", collection).append("query", filter).append("limit", limit);
    return Client.one(client.database().runCommand(command)).get("n");
  }

  private void find(String which) {
    var filter = filter();
    var sort = sort();
    var all = Client.all(plain.find(filter));
    assertThat(ids(indexed.find(filter)))
        .as("%s: %s", which, filter)
        .containsExactlyInAnyOrderElementsOf(idsOf(all));
    if (all.stream().anyMatch(IndexedQueriesIT::hasArray)) {
      return; // the server's order of arrays is not transitive, so that any result is as good
    }
    int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20);
    int skip = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
    assertThat(ids(indexed.find(filter).sort(sort).skip(skip).limit(limit)))
        .as("%s: %s sort %s skip %d limit %d", which, filter, sort, skip, limit)
        .isEqualTo(ids(plain.find(filter).sort(sort).skip(skip).limit(limit)));
  }

  private static boolean hasArray(Document document) {
    var author = document.get("author") instanceof Document known ? known : new Document();
    return document.get("any") instanceof List || author.get("name") instanceof List;
  }

  private static List<Object> ids(Publisher<Document> found) {
    return idsOf(Client.all(found));
  }

  private static List<Object> idsOf(List<Document> found) {
    return found.stream().map(document -> document.get("_id")).toList();
  }

  private static List<Document> byId(List<Document> documents) {
    var sorted = new ArrayList<>(documents);
    sorted.sort(Comparator.comparing(document -> document.get("_id").toString()));
    return sorted;
  }

  private Document any() {
    return Client.one(plain.find().sort(sort()).limit(1));
  }

  private Document document(int id) {
    var document = new Document("_id", random.nextInt(5) == 0 ? "id-" + id : id)
        .append("unique", number(random.nextInt(100_000)))
        .append("site", pick("a", "b"))
        .append("post", pick(1, 2L, 3.0))
        .append("score", random.nextInt(10));
    maybe(document, "status", pick("held", "approved", "rejected", null));
    maybe(document, "at", pick(new Date(random.nextInt(200)), new Date(-5), random.nextInt(5)));
    maybe(document, "any", value());
    maybe(document, "author", pick(new Document("name", value()), new Document(), "nobody", null));
    maybe(document, "tags", tags());
    maybe(document, "said", said());
    if (random.nextBoolean()) {
      var waits = new Document("score", random.nextInt(10)).append("id", document.get("_id"));
      maybe(waits, "tags", tags());
      document.append("waits", random.nextInt(20) == 0 ? List.of(waits, waits) : waits);
    }
    return document;
  }

  /** Mostly an array of a few, in any order, some twice. */
  private Object tags() {
    return switch (random.nextInt(12)) {
      case 0 -> tag();
      case 1 -> List.of();
      case 2 -> Arrays.asList(tag(), null);
      case 3 -> pick(List.of(List.of("a")), List.of("x".repeat(600), "a"), "x".repeat(600));
      default -> random.ints(1 + random.nextInt(4)).mapToObj(any -> tag()).toList();
    };
  }

  /** Texts alone, since the server's matcher makes texts of other values, too, which MongoDB does not. */
  private Object said() {
    return switch (random.nextInt(40)) {
      case 0, 1 -> null;
      case 2 -> random.nextInt(30) == 0 ? List.of(" a b ", " c ") : " long".repeat(150);
      default ->
        pick(" a b ", " b ", "ab", "", " ä.b ", " a.b ", "a\u0001\u0002b", "\uD83D\uDE00 b");
    };
  }

  private Object saidCondition() {
    return switch (random.nextInt(12)) {
      case 0 -> Pattern.compile("^ a");
      case 1 -> Pattern.compile(" A ", Pattern.CASE_INSENSITIVE);
      case 2 -> Pattern.compile("a\\.b");
      case 3 -> Pattern.compile("a.b");
      case 4 -> new Document("$in", List.of(Pattern.compile(" a "), " b "));
      case 5 -> new Document("$not", Pattern.compile(" b "));
      case 6 -> Pattern.compile(pick("", "\u0002", "\uD83D\uDE00"));
      case 7 -> Pattern.compile("\\\\.");
      default -> Pattern.compile(pick(" a ", " b ", "b", "ä", "long"));
    };
  }

  private Object tag() {
    return pick("a", "b", "c", "d", 1, 2L, 3.0);
  }

  private Object tagCondition() {
    return switch (random.nextInt(9)) {
      case 0 -> new Document("$all", List.of(tag(), tag()));
      case 1 -> new Document("$in", List.of(tag(), tag()));
      case 2 -> new Document("$in", List.of(tag(), tag())).append("$gt", 1);
      case 3 -> new Document("$gte", 1).append("$lte", 2);
      case 4 -> new Document("$ne", tag());
      case 5 ->
        pick(null, List.of(tag()), new Document("$size", 2), new Document("$exists", false));
      default -> tag();
    };
  }

  private void maybe(Document document, String field, Object value) {
    if (random.nextInt(6) > 0) {
      document.append(field, value);
    }
  }

  private Object number(int number) {
    return pick(number, (long) number, (double) number);
  }

  /** Without infinities and fractions beyond 2^31: among large integers the server has no transitive order for them. */
  private Object value() {
    return switch (random.nextInt(random.nextInt(8) == 0 ? 15 : 9)) {
      case 0 -> number(random.nextInt(6) - 2);
      case 1 -> random.nextInt(6) / 2.0 - 1;
      case 2 -> pick("", "a", "a\u0000", "a\u0001b", "ab", "ä", "\uD83D\uDE00", "\uFFFD");
      case 3 -> new Date(random.nextInt(5) - 2);
      case 4 -> random.nextBoolean();
      case 5 -> null;
      case 6 -> new Binary(new byte[random.nextInt(3)]);
      case 7 -> pick(Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, 1L << 53, 1L << 40);
      case 8 -> pick(-1e-300, 1e-300, -0.0, 0.5, -0.5);
      case 9 -> List.of();
      case 10 -> Arrays.asList(value(), 1);
      case 11 -> List.of(new Document("name", 1), new Document("name", "x"));
      case 12 -> new Document("a", 1);
      case 13 -> "long ".repeat(200);
      default -> List.of(List.of(1));
    };
  }

  private Document change() {
    return switch (random.nextInt(6)) {
      case 4 -> new Document("$set", new Document("tags", tags()));
      case 5 -> new Document("$unset", new Document("waits", 1));
      case 0 -> new Document("$set", new Document("status", pick("held", "approved", "spam")));
      case 1 -> new Document("$unset", new Document("any", 1));
      case 2 ->
        new Document(
            "$set", new Document("any", value()).append("at", new Date(random.nextInt(200))));
      default -> new Document("$inc", new Document("score", 1));
    };
  }

  private Document filter() {
    var filter = new Document();
    if (random.nextInt(3) > 0) {
      filter.append("site", pick("a", "b", new Document("$in", List.of("a", "b", "c"))));
      if (random.nextInt(3) > 0) {
        filter.append(
            "post",
            pick(1, 2, new Document("$in", Arrays.asList(1, 3.0, null)), new Document("$gte", 2)));
      }
    }
    if (random.nextInt(3) == 0) {
      filter.append(
          "status",
          pick(
              "held",
              null,
              new Document("$ne", "held"),
              new Document("$in", Arrays.asList("held", null))));
    }
    if (random.nextInt(4) == 0) {
      filter.append("any", condition());
    }
    if (random.nextInt(6) == 0) {
      filter.append("author.name", condition());
    }
    if (random.nextInt(4) == 0) {
      filter.append("tags", tagCondition());
    }
    if (random.nextInt(3) == 0) {
      filter.append("said", saidCondition());
    }
    if (random.nextInt(12) == 0) {
      filter.append("$nor", List.of(new Document("said", saidCondition()).append("score", 4)));
    }
    if (random.nextInt(4) == 0) {
      filter.append("waits.tags", tagCondition());
    }
    switch (random.nextInt(10)) {
      case 8 ->
        filter.append(
            "$and",
            List.of(new Document("tags", tagCondition()), new Document("tags", tagCondition())));
      case 9 ->
        filter.append(
            "$or",
            List.of(
                new Document(
                    "$and", List.of(new Document("tags", tag()), new Document("tags", tag()))),
                new Document("tags", tag()).append("score", 3)));
      case 0 -> keyset(filter);
      case 1 ->
        filter.append("at", new Document("$gte", new Date(50)).append("$lt", new Date(120)));
      case 2 ->
        filter.append(
            "$and", List.of(new Document("score", condition()), new Document("any", condition())));
      case 3 ->
        filter.append("$or", List.of(new Document("any", condition()), new Document("score", 3)));
      case 4 ->
        filter.append(
            "_id",
            pick(5, new Document("$gt", 50_000), new Document("$in", List.of(1, 2, "id-3"))));
      case 5 -> filter.append("unique", new Document("$lt", random.nextInt(100_000)));
      default -> filter.append("score", new Document("$lt", 9));
    }
    return filter;
  }

  private void keyset(Document filter) {
    var at = new Date(random.nextInt(200));
    String operator = pick("$gt", "$lt");
    filter.append(
        "$or",
        List.of(
            new Document("at", new Document(operator, at)),
            new Document("at", at).append("_id", new Document(operator, random.nextInt(100_000)))));
  }

  private Object condition() {
    return switch (random.nextInt(7)) {
      case 0 -> new Document("$gt", value());
      case 1 -> new Document("$gte", value());
      case 2 -> new Document("$lt", value());
      case 3 -> new Document("$lte", value());
      case 4 -> new Document("$in", Arrays.asList(value(), value()));
      case 5 -> new Document("$gte", number(-1)).append("$lt", number(2));
      default -> value();
    };
  }

  private Document sort() {
    int direction = random.nextBoolean() ? 1 : -1;
    var fields = new ArrayList<>(pick(
        List.of("site", "post", "status", "at"),
        List.of("at"),
        List.of("score"),
        List.of("score"),
        List.of("waits.score", "waits.id"),
        List.of("any"),
        List.of("author.name")));
    if (random.nextInt(4) == 0) {
      Collections.shuffle(fields, random);
    }
    var sort = new Document();
    fields.forEach(field -> sort.append(field, random.nextInt(6) == 0 ? -direction : direction));
    return sort.append("_id", direction);
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
