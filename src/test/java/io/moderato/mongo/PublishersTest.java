package io.moderato.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishersTest {
  private static final ServerAddress SERVER = new ServerAddress("db.example.org");

  private final Vertx vertx = Vertx.vertx();
  private final Publishers publishers = new Publishers(vertx);

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void everything_is_collected_in_order() {
    assertThat(publishers.all(saying(1, 2, 3)).await()).containsExactly(1, 2, 3);
    assertThat(publishers.all(saying()).await()).isEmpty();
  }

  @Test
  void the_first_is_given_if_there_is_one() {
    assertThat(publishers.first(saying(1, 2)).await()).contains(1);
    assertThat(publishers.first(saying()).await()).isEmpty();
  }

  @Test
  void done_tells_nothing_but_that() {
    assertThat(publishers.done(saying(1, 2)).await()).isNull();
  }

  @Test
  void the_caller_goes_on_on_its_own_context() {
    var contexts = IntStream.range(0, 4)
        .mapToObj(i -> {
          var context = vertx.getOrCreateContext();
          var seen = Promise.<Boolean>promise();
          context.runOnContext(start -> publishers
              .first(saying(i))
              .onComplete(done -> seen.complete(Vertx.currentContext() == context)));
          return seen.future();
        })
        .toList();

    assertThat(contexts).allSatisfy(onItsOwn -> assertThat(onItsOwn.await()).isTrue());
  }

  @Test
  void a_failure_comes_to_the_callers_context_too() {
    var context = vertx.getOrCreateContext();
    var seen = Promise.<Boolean>promise();

    context.runOnContext(start -> publishers
        .unlessDuplicate(failing(new MongoTimeoutException("late")))
        .onFailure(failure -> seen.complete(Vertx.currentContext() == context)));

    assertThat(seen.future().await()).isTrue();
  }

  static Stream<Throwable> outages() {
    return Stream.of(
        new MongoTimeoutException("no server"),
        new MongoSocketOpenException("refused", SERVER, new IOException()),
        new MongoSocketReadTimeoutException("slow", SERVER, new IOException()),
        new MongoNotPrimaryException(response(10107), SERVER),
        new MongoNodeIsRecoveringException(response(11600), SERVER),
        new MongoCommandException(response(189), SERVER),
        new MongoCommandException(response(50), SERVER),
        new MongoCommandException(response(14031), SERVER),
        new MongoCommandException(response(39), SERVER),
        new MongoWriteException(
            new WriteError(14031, "full", new BsonDocument()), SERVER, Set.of()),
        new MongoWriteConcernException(
            new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument()),
            null,
            SERVER,
            Set.of()),
        new MongoServerUnavailableException("closing"),
        new MongoSecurityException(
            MongoCredential.createCredential("ada", "admin", "secret".toCharArray()), "signing in"),
        new IllegalStateException("state should be: open"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void what_says_not_now_is_an_outage(Throwable failure) {
    assertThatThrownBy(() -> publishers.all(failing(failure)).await())
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("the store can't be used: " + failure.getClass().getSimpleName())
        .hasCause(failure);
  }

  static Stream<Throwable> defects() {
    return Stream.of(
        new MongoCommandException(response(2), SERVER),
        new MongoCommandException(response(26), SERVER),
        new MongoWriteException(
            new WriteError(121, "invalid", new BsonDocument()), SERVER, Set.of()),
        new MongoWriteException(
            new WriteError(11000, "twice", new BsonDocument()), SERVER, Set.of()),
        new MongoClientException("misused"),
        new MongoException("unknown"),
        new IllegalArgumentException("misused"),
        new ClassCastException("misused"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void what_says_not_like_this_stays_what_it_is(Throwable failure) {
    assertThatThrownBy(() -> publishers.all(failing(failure)).await()).isSameAs(failure);
  }

  static Stream<Throwable> duplicates() {
    return Stream.of(
        new MongoWriteException(
            new WriteError(11000, "twice", new BsonDocument()), SERVER, Set.of()),
        new MongoCommandException(response(11000), SERVER));
  }

  @ParameterizedTest
  @MethodSource("duplicates")
  void a_duplicate_key_is_an_answer(Throwable failure) {
    assertThat(publishers.unlessDuplicate(failing(failure)).await()).isFalse();
  }

  @Test
  void a_write_that_repeats_nothing_is_done() {
    assertThat(publishers.unlessDuplicate(saying(1)).await()).isTrue();
  }

  @Test
  void any_other_failure_of_a_write_stays_a_failure() {
    var invalid = new MongoCommandException(response(2), SERVER);

    assertThatThrownBy(() -> publishers.unlessDuplicate(failing(invalid)).await())
        .isSameAs(invalid);
    assertThatThrownBy(() -> publishers
            .unlessDuplicate(failing(new MongoTimeoutException("late")))
            .await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_server_that_does_not_answer_is_an_outage_within_seconds() {
    try (var mongo = Mongo.open(vertx, new ConnectionString("mongodb://127.0.0.1:1"))) {
      assertThatThrownBy(() -> mongo.ping().await()).isInstanceOf(StoreUnavailableException.class);
      assertThat(mongo.isReachable()).isFalse();
    }
  }

  private static BsonDocument response(int code) {
    return new BsonDocument("ok", new BsonInt32(0))
        .append("code", new BsonInt32(code))
        .append("errmsg", new BsonString("no"));
  }

  /** From a thread of its own, as the driver does. */
  @SafeVarargs
  private static <T> Publisher<T> saying(T... items) {
    return subscriber -> answer(subscriber, () -> {
      List.of(items).forEach(subscriber::onNext);
      subscriber.onComplete();
    });
  }

  private static Publisher<Object> failing(Throwable failure) {
    return subscriber -> answer(subscriber, () -> subscriber.onError(failure));
  }

  private static void answer(Subscriber<?> subscriber, Runnable answer) {
    subscriber.onSubscribe(new Subscription() {
      @Override
      public void request(long count) {
        new Thread(answer, "driver").start();
      }

      @Override
      public void cancel() {}
    });
  }
}
