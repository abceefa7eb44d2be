package io.moderato.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedServerTest {
  @TempDir
  private Path directory;

  private EmbeddedServer server;
  private Client client;
  private MongoCollection<Document> comments;

  @BeforeEach
  void start() {
    server = EmbeddedServer.start(directory);
    client = new Client(server);
    comments = client.collection("comments");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void restart() {
    stop();
    start();
  }

  @Test
  void refuses_a_second_document_with_the_same_id_as_MongoDB_does() {
    Client.one(comments.insertOne(new Document("_id", "news/1").append("text", "first")));

    var refused = catchThrowableOfType(
        MongoWriteException.class,
        () ->
            Client.one(comments.insertOne(new Document("_id", "news/1").append("text", "second"))));

    assertThat(refused.getCode()).isEqualTo(11000);
    assertThat(Client.one(comments.find(eq("_id", "news/1"))).getString("text")).isEqualTo("first");
  }

  @Test
  void inserts_once_and_then_updates_with_an_upsert() {
    var update = combine(
        setOnInsert("createdBy", "ada"),
        set("status", "held"),
        inc("version", 1),
        pushEach("history", List.of("a", "b", "c"), new PushOptions().slice(-4)));

    for (int i = 0; i < 2; i++) {
      Client.one(comments.updateOne(eq("_id", 7), update, new UpdateOptions().upsert(true)));
    }

    assertThat(Client.one(comments.find(eq("_id", 7))))
        .isEqualTo(new Document("_id", 7)
            .append("createdBy", "ada")
            .append("status", "held")
            .append("version", 2)
            .append("history", List.of("c", "a", "b", "c")));
  }

  @Test
  void claims_the_first_in_order_and_returns_it_as_it_is_then() {
    Client.one(comments.createIndex(
        Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("priority"))));
    for (int i = 0; i < 5; i++) {
      Client.one(comments.insertOne(
          new Document("_id", i).append("status", "held").append("priority", i)));
    }

    var claimed = Client.one(comments.findOneAndUpdate(
        eq("status", "held"),
        set("status", "claimed"),
        new FindOneAndUpdateOptions()
            .sort(Sorts.descending("priority"))
            .returnDocument(ReturnDocument.AFTER)));

    assertThat(claimed)
        .isEqualTo(new Document("_id", 4).append("status", "claimed").append("priority", 4));
  }

  @Test
  void finds_nothing_to_claim_in_an_empty_queue() {
    var claimed = Client.one(comments.findOneAndUpdate(
        eq("status", "held"),
        set("status", "claimed"),
        new FindOneAndUpdateOptions().projection(new Document("status", 1))));

    assertThat(claimed).isNull();
  }

  @Test
  void replaces_and_deletes_and_counts() {
    Client.one(comments.insertMany(IntStream.range(0, 10)
        .mapToObj(i -> new Document("_id", i).append("n", i))
        .toList()));

    var replaced = Client.one(comments.replaceOne(eq("_id", 3), new Document("n", 33)));
    var deleted = Client.one(comments.deleteOne(eq("_id", 4)));
    Client.one(comments.deleteMany(gt("n", 7)));

    assertThat(replaced.getModifiedCount()).isEqualTo(1);
    assertThat(deleted.getDeletedCount()).isEqualTo(1);
    assertThat(Client.one(comments.countDocuments(gt("n", 1)))).isEqualTo(4);
    assertThat(Client.one(comments.estimatedDocumentCount())).isEqualTo(6);
    assertThat(Client.all(comments.distinct("n", gt("n", 4), Integer.class)))
        .containsExactly(5, 6, 7);
  }

  @Test
  void takes_a_bulk_of_different_writes() {
    var written = Client.one(comments.bulkWrite(List.of(
        new InsertOneModel<>(new Document("_id", 1)),
        new InsertOneModel<>(new Document("_id", 2)),
        new UpdateOneModel<>(eq("_id", 1), set("n", 1)),
        new DeleteOneModel<>(eq("_id", 2)))));

    assertThat(written.getInsertedCount()).isEqualTo(2);
    assertThat(Client.all(comments.find())).containsExactly(new Document("_id", 1).append("n", 1));
  }

  @Test
  void stops_an_ordered_bulk_at_the_first_refusal() {
    assertThatExceptionOfType(MongoBulkWriteException.class)
        .isThrownBy(() -> Client.one(comments.insertMany(
            List.of(new Document("_id", 1), new Document("_id", 1), new Document("_id", 2)))));

    assertThat(Client.all(comments.find())).containsExactly(new Document("_id", 1));
  }

  @Test
  void keeps_named_unique_and_expiring_indexes_over_a_restart() {
    Client.one(comments.createIndex(
        Indexes.ascending("key"), new IndexOptions().name("by_key").unique(true)));
    Client.one(comments.createIndex(
        Indexes.ascending("expires"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS)));
    Client.one(comments.createIndex(
        Indexes.ascending("key"), new IndexOptions().name("by_key").unique(true)));
    Client.one(comments.insertOne(new Document("_id", 1).append("key", "k")));

    restart();

    assertThat(Client.all(comments.listIndexes()))
        .extracting(index -> index.getString("name"))
        .containsExactlyInAnyOrder("_id_", "by_key", "expires_1");
    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(
            () -> Client.one(comments.insertOne(new Document("_id", 2).append("key", "k"))));
  }

  @Test
  void refuses_a_unique_index_over_duplicates_and_makes_it_when_they_are_gone() {
    Client.one(comments.insertMany(List.of(
        new Document("_id", 1).append("key", "k"), new Document("_id", 2).append("key", "k"))));
    assertThatExceptionOfType(MongoServerException.class)
        .isThrownBy(() -> Client.one(
            comments.createIndex(new Document("key", 1), new IndexOptions().unique(true))));

    Client.one(comments.deleteOne(eq("_id", 2)));
    Client.one(comments.createIndex(new Document("key", 1), new IndexOptions().unique(true)));

    assertThatExceptionOfType(MongoWriteException.class)
        .isThrownBy(
            () -> Client.one(comments.insertOne(new Document("_id", 3).append("key", "k"))));
  }

  @Test
  void gives_an_id_to_a_replacement_that_is_inserted() {
    var result = Client.one(comments.replaceOne(
        eq("_id", "x"), new Document("n", 1), new ReplaceOptions().upsert(true)));

    assertThat(result.getUpsertedId().asString().getValue()).isEqualTo("x");
  }

  @Test
  void answers_greetings_pings_and_strong_write_concerns() {
    assertThat(Client.one(client.database().runCommand(new Document("hello", 1)))
            .getBoolean("isWritablePrimary"))
        .isTrue();
    assertThat(Client.one(client.database().runCommand(new Document("ping", 1))).get("ok"))
        .isEqualTo(1.0);

    var strong = comments.withWriteConcern(
        WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS));
    assertThat(Client.one(strong.insertOne(new Document("_id", 1))).wasAcknowledged())
        .isTrue();
  }

  @Test
  void gives_many_documents_in_batches() {
    Client.one(comments.insertMany(IntStream.range(0, 5000)
        .mapToObj(i -> new Document("_id", i).append("text", "word ".repeat(20)))
        .toList()));

    assertThat(Client.all(comments.find())).hasSize(5000);
    assertThat(Client.all(comments.find().batchSize(7).limit(100))).hasSize(100);
    assertThat(Client.all(comments
            .find()
            .sort(Sorts.descending("text", "_id"))
            .projection(new Document("_id", 1))))
        .hasSize(5000)
        .startsWith(new Document("_id", 4999));
    assertThat(
            Client.all(comments.aggregate(List.of(new Document("$match", new Document("_id", 5))))))
        .hasSize(1);
  }

  @Test
  void has_everything_after_a_restart() {
    Client.one(comments.insertOne(new Document("_id", 1).append("text", "here")));

    restart();

    assertThat(Client.all(comments.find()))
        .containsExactly(new Document("_id", 1).append("text", "here"));
  }

  @Test
  void drops_and_makes_collections_anew() {
    Client.one(comments.createIndex(new Document("n", 1)));
    Client.one(comments.insertOne(new Document("_id", 1).append("n", 1)));
    Client.one(comments.drop());
    Client.one(comments.insertOne(new Document("_id", 2)));

    restart();

    assertThat(Client.all(comments.find())).containsExactly(new Document("_id", 2));
    Client.one(client.database().drop());
    assertThat(Client.all(comments.find())).isEmpty();
  }

  @Test
  void says_that_the_file_is_in_use() {
    assertThatExceptionOfType(EmbeddedServerException.class)
        .isThrownBy(() -> EmbeddedServer.start(directory))
        .withMessageContaining("in use by another process");
  }

  @Test
  void says_that_the_file_is_damaged() throws IOException {
    stop();
    Files.writeString(directory.resolve("moderato.mv.db"), "this is no store ".repeat(2000));

    assertThatExceptionOfType(EmbeddedServerException.class)
        .isThrownBy(() -> EmbeddedServer.start(directory))
        .withMessageContaining("is damaged");

    Files.delete(directory.resolve("moderato.mv.db"));
    start();
  }

  @Test
  void says_that_the_directory_can_not_be_made() throws IOException {
    var file = Files.createFile(directory.resolve("file"));

    assertThatExceptionOfType(EmbeddedServerException.class)
        .isThrownBy(() -> EmbeddedServer.start(file.resolve("data")))
        .withMessageContaining("can't be created");
  }
}
