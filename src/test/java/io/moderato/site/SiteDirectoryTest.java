package io.moderato.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.AdjustableClock;
import io.moderato.mongo.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteDirectoryTest {
  private final KeySecret secret = new KeySecret("key-of-the-blog");
  private final Site blog = Sites.site("blog", Sites.key(secret.text(), Scope.READ));
  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final FakeSiteRepository sites = new FakeSiteRepository();
  private final SiteDirectory directory = new SiteDirectory(sites, clock);

  @Test
  void finds_a_site_by_its_id_and_by_its_key() {
    sites.addIfNew(blog);

    assertThat(directory.find(blog.id()).await()).contains(blog);
    assertThat(directory.findByKey(secret).await()).contains(blog);
  }

  @Test
  void asks_once_while_the_answer_is_fresh() {
    sites.addIfNew(blog);

    directory.findByKey(secret).await();
    clock.advance(SiteDirectory.FRESH.minusMillis(1));
    directory.findByKey(secret).await();

    assertThat(sites.asked()).isEqualTo(1);
  }

  @Test
  void asks_again_when_the_answer_is_no_longer_fresh() {
    sites.addIfNew(blog);
    directory.findByKey(secret).await();
    sites.replace(blog.withKeys(List.of())).await();

    clock.advance(SiteDirectory.FRESH);

    assertThat(directory.findByKey(secret).await()).isEmpty();
  }

  @Test
  void remembers_for_as_long_that_there_is_no_such_site() {
    directory.findByKey(secret).await();
    sites.addIfNew(blog);

    assertThat(directory.findByKey(secret).await()).isEmpty();
    clock.advance(SiteDirectory.FRESH);
    assertThat(directory.findByKey(secret).await()).contains(blog);
  }

  @Test
  void what_is_forgotten_is_asked_for_again() {
    directory.find(blog.id()).await();
    directory.findByKey(secret).await();
    sites.addIfNew(blog);

    directory.forget();

    assertThat(directory.find(blog.id()).await()).contains(blog);
    assertThat(directory.findByKey(secret).await()).contains(blog);
  }

  @Test
  void what_was_known_stands_while_the_store_is_down() {
    sites.addIfNew(blog);
    directory.findByKey(secret).await();
    sites.isDown(true);

    clock.advance(Duration.ofDays(3));

    assertThat(directory.findByKey(secret).await()).contains(blog);
  }

  @Test
  void a_site_that_was_not_there_counts_as_unknown_while_the_store_is_down() {
    directory.findByKey(secret).await();
    sites.isDown(true);

    clock.advance(SiteDirectory.FRESH);

    assertThatThrownBy(() -> directory.findByKey(secret).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void what_was_never_asked_for_fails_while_the_store_is_down() {
    sites.addIfNew(blog);
    sites.isDown(true);

    assertThatThrownBy(() -> directory.find(blog.id()).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void what_was_forgotten_does_not_stand_while_the_store_is_down() {
    sites.addIfNew(blog);
    directory.findByKey(secret).await();
    directory.forget();
    sites.isDown(true);

    assertThatThrownBy(() -> directory.findByKey(secret).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_defect_is_not_taken_for_an_outage() {
    var broken = new SlowSites();
    var directoryOfBroken = new SiteDirectory(broken, clock);
    var first = directoryOfBroken.find(blog.id());
    broken.answer.complete(Optional.of(blog));
    first.await();
    clock.advance(SiteDirectory.FRESH);

    broken.answer = Promise.promise();
    var second = directoryOfBroken.find(blog.id());
    broken.answer.fail(new IllegalArgumentException("a defect"));

    assertThatThrownBy(second::await).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_answer_that_was_under_way_when_all_was_forgotten_is_not_remembered() {
    var slow = new SlowSites();
    var directoryOfSlow = new SiteDirectory(slow, clock);
    var before = directoryOfSlow.find(blog.id());

    directoryOfSlow.forget(); // as a revoked key has it
    slow.answer.complete(Optional.of(blog));
    slow.answer = Promise.promise();
    slow.answer.complete(Optional.empty());

    assertThat(before.await()).contains(blog);
    assertThat(directoryOfSlow.find(blog.id()).await()).isEmpty();
  }

  /** Answers when the test says so. */
  private static final class SlowSites implements SiteRepository {
    private Promise<Optional<Site>> answer = Promise.promise();

    @Override
    public Future<Boolean> addIfNew(Site site) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Site>> find(SiteId id) {
      return answer.future();
    }

    @Override
    public Future<Optional<Site>> findByKeyHash(String hash) {
      return answer.future();
    }

    @Override
    public Future<List<Site>> all(@Nullable SiteId after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Boolean> replace(Site site) {
      throw new UnsupportedOperationException();
    }
  }
}
