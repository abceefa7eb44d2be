package io.moderato.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.site.KeySecret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrepareStoreTest {
  private final Vertx vertx = Vertx.vertx();
  private final KeySecret made = KeySecret.random();
  private final AtomicInteger tries = new AtomicInteger();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void a_store_that_is_up_is_prepared_at_once() {
    assertThat(prepareStore(0).run().await()).contains(made);

    assertThat(tries).hasValue(1);
  }

  @Test
  void a_store_that_is_down_is_tried_until_it_is_up() {
    assertThat(prepareStore(3).run().await()).contains(made);

    assertThat(tries).hasValue(4);
  }

  private PrepareStore prepareStore(int failures) {
    return new PrepareStore(
        vertx,
        () -> tries.incrementAndGet() > failures
            ? Future.succeededFuture(Optional.of(made))
            : Future.failedFuture(new StoreUnavailableException(new MongoTimeoutException("down"))),
        Duration.ofMillis(1));
  }
}
