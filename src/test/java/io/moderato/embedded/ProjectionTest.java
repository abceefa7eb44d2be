package io.moderato.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query's answer holds of a stored document. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionTest {
  @TempDir
  private static Path directory;

  private static EmbeddedServer server;
  private static Client client;

  private static MongoCollection<Document> comments() {
    return client.collection("comments");
  }

  @BeforeAll
  static void start() {
    server = EmbeddedServer.start(directory);
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void empty() {
    Client.one(comments().deleteMany(new Document()));
  }

  @Test
  void values_of_every_type_come_back_as_they_were_stored() {
    var every = ofEveryType();
    Client.one(comments().insertOne(every));

    assertThat(Client.one(comments().find())).isEqualTo(every);
  }

  @Test
  void a_field_is_found_behind_values_of_every_type() {
    Client.one(comments().insertOne(ofEveryType()));

    assertThat(projected("{last: 1}")).isEqualTo(Document.parse("{_id: 'news/1', last: 'ü'}"));
    assertThat(Client.one(comments().find(Filters.eq("last", "ü"))).get("_id")).isEqualTo("news/1");
  }

  @ParameterizedTest
  @MethodSource("projections")
  void named_fields_are_left_wherever_they_stand(String projection, String left) {
    Client.one(comments().insertOne(Document.parse("""
            {_id: 'news/1', site: 'news', gone: null,
             decision: {verdict: 'HOLD', reasons: [{rule: 'spam', read: [{signal: 'a', value: 1}]}]},
             decisions: [{verdict: 'REJECT', by: 'k'}, 7, {by: 'l'}, [{verdict: 'HOLD', by: 'm'}]]}""")));

    assertThat(projected(projection)).isEqualTo(Document.parse(left));
  }

  static Stream<Arguments> projections() {
    return Stream.of(
        arguments("{site: 1}", "{_id: 'news/1', site: 'news'}"),
        arguments("{site: true, _id: 0}", "{site: 'news'}"),
        arguments("{_id: 1}", "{_id: 'news/1'}"),
        arguments("{absent: 1, gone: 1}", "{_id: 'news/1', gone: null}"),
        arguments("{'decision.verdict': 1}", "{_id: 'news/1', decision: {verdict: 'HOLD'}}"),
        arguments("{'decision.absent': 1}", "{_id: 'news/1', decision: {}}"),
        arguments("{'site.name': 1}", "{_id: 'news/1'}"),
        arguments(
            "{'decision.reasons.read.value': 1}",
            "{_id: 'news/1', decision: {reasons: [{read: [{value: 1}]}]}}"),
        arguments(
            "{'decisions.verdict': 1, _id: 0}",
            "{decisions: [{verdict: 'REJECT'}, {}, [{verdict: 'HOLD'}]]}"),
        arguments("{decision: 0, decisions: 0}", "{_id: 'news/1', site: 'news', gone: null}"),
        arguments(
            "{site: 1, decisions: {$slice: 1}}",
            "{_id: 'news/1', site: 'news', decisions: [{verdict: 'REJECT', by: 'k'}]}"));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void what_is_left_out_of_the_answer_is_matched_all_the_same(Bson filter) {
    Client.one(comments()
        .insertOne(Document.parse(
            "{_id: 'news/1', tags: ['a', 'b'], decision: {at: 3, by: [{key: 'k'}, 7]}, n: 1}")));
    Client.one(comments().insertOne(Document.parse("{_id: 'news/2', n: 2}")));

    var found = Client.all(comments().find(filter).projection(new Document("_id", 1)));

    assertThat(found).containsExactly(new Document("_id", "news/1"));
  }

  static Stream<Bson> filters() {
    return Stream.of(
            "{tags: 'b'}",
            "{'tags.1': 'b'}",
            "{tags: {$size: 2}}",
            "{'decision.at': 3}",
            "{'decision.by.key': 'k'}",
            "{'decision.by': 7}",
            "{'decision.by.0.key': 'k'}",
            "{'decision.by': {$elemMatch: {key: 'k'}}}",
            "{$and: [{n: {$lt: 3}}, {$or: [{tags: 'x'}, {'decision.at': {$gt: 2}}]}]}",
            "{$nor: [{tags: {$exists: false}}]}",
            "{$expr: {$eq: ['$n', 1]}}",
            "{decision: {at: 3, by: [{key: 'k'}, 7]}}")
        .map(Document::parse);
  }

  @Test
  void documents_are_ordered_by_what_is_left_out() {
    Client.one(comments()
        .insertMany(List.of(
            Document.parse("{_id: 1, a: {b: 2}}"),
            Document.parse("{_id: 2, a: {b: 3}}"),
            Document.parse("{_id: 3, a: [{b: 1}, {b: 9}]}"))));

    var found = Client.all(
        comments().find().sort(new Document("a.b", 1)).projection(new Document("_id", 1)));

    assertThat(found).extracting(each -> each.get("_id")).containsExactly(3, 1, 2);
  }

  private Document projected(String projection) {
    return Client.one(comments().find().projection(Document.parse(projection)));
  }

  private static Document ofEveryType() {
    return new Document("_id", "news/1")
        .append("double", 0.1)
        .append("document", Document.parse("{last: 1, within: {last: [2]}}"))
        .append("array", Arrays.asList(1, null, List.of("last"), new Document("last", 2)))
        .append("empty", List.of())
        .append("bytes", new Binary(new byte[] {2, 'l', 'a', 's', 't', 0}))
        .append("id", new ObjectId("0123456789abcdef01234567"))
        .append("flag", true)
        .append("time", new Date(1_800_000_000_123L))
        .append("nothing", null)
        .append("pattern", new BsonRegularExpression("^last", "i"))
        .append("int", 7)
        .append("timestamp", new BsonTimestamp(7, 1))
        .append("long", 1L << 40)
        .append("decimal", Decimal128.parse("0.10"))
        .append("least", new MinKey())
        .append("most", new MaxKey())
        .append("last", "ü");
  }
}
