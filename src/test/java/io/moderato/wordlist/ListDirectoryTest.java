package io.moderato.wordlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.AdjustableClock;
import io.moderato.comment.Author;
import io.moderato.comment.TextFormat;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.site.ActivationRequirements;
import io.moderato.site.DoorSettings;
import io.moderato.site.DrawRates;
import io.moderato.site.Privacy;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListDirectoryTest {
  private final Vertx vertx = Vertx.vertx();
  private final FakeWordListRepository lists = new FakeWordListRepository();
  private final AdjustableClock clock = new AdjustableClock(WordLists.NOW.toString());
  private final ListDirectory directory = new ListDirectory(lists, vertx, clock);
  private final Site blog = site();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void a_site_goes_by_its_own_lists_and_the_shared_ones_that_it_names() {
    store(ListOwner.of(blog.id()), "own", 1, "a");
    store(ListOwner.of(new SiteId("other")), "foreign", 1, "b");
    store(ListOwner.OPERATOR, "chosen", 1, "c");
    store(ListOwner.OPERATOR, "left", 1, "d");

    assertThat(hit()).containsExactly("a", "c");
  }

  @Test
  void the_store_is_not_asked_for_each_comment() {
    store(ListOwner.of(blog.id()), "own", 1, "a");

    hit();
    hit();

    assertThat(lists.summariesAsked).hasValue(2); // own and shared
    assertThat(lists.listsRead).hasValue(1);
  }

  @Test
  void a_change_by_another_process_is_seen_after_five_seconds_and_only_what_changed_is_read() {
    store(ListOwner.of(blog.id()), "own", 1, "a");
    store(ListOwner.of(blog.id()), "still", 1, "d");
    hit();
    lists.replace(list(ListOwner.of(blog.id()), "own", 2, "b")).await();

    assertThat(hit()).containsExactly("a", "d");
    clock.advance(ListDirectory.FRESH);

    assertThat(hit()).containsExactly("b", "d");
    assertThat(lists.listsRead).hasValue(3);
  }

  @Test
  void a_change_by_this_process_is_seen_at_once() {
    store(ListOwner.of(blog.id()), "own", 1, "a");
    hit();
    lists.delete(ListOwner.of(blog.id()), "own").await();

    directory.forget(ListOwner.of(blog.id()));

    assertThat(hit()).isEmpty();
  }

  @Test
  void what_was_known_stands_while_the_store_is_down() {
    store(ListOwner.of(blog.id()), "own", 1, "a");
    hit();
    lists.isDown(true);
    clock.advance(ListDirectory.FRESH);

    assertThat(hit()).containsExactly("a");
  }

  @Test
  void what_was_never_known_is_not_guessed() {
    lists.isDown(true);

    assertThatThrownBy(this::hit).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void many_who_ask_at_once_cost_one_question() {
    store(ListOwner.of(blog.id()), "own", 1, "a");

    Future.all(IntStream.range(0, 100).mapToObj(i -> directory.of(blog)).toList())
        .await();

    assertThat(lists.listsRead).hasValueLessThan(20);
  }

  private List<String> hit() {
    return directory
        .of(blog)
        .await()
        .find(Searched.text("a, b; c. d!", TextFormat.TEXT), Author.UNKNOWN)
        .hits()
        .hits()
        .stream()
        .map(found -> found.entry())
        .toList();
  }

  private void store(ListOwner owner, String name, int version, String entry) {
    lists.addIfNew(list(owner, name, version, entry)).await();
  }

  private static WordList list(ListOwner owner, String name, int version, String entry) {
    return new WordList(
        owner,
        name,
        "",
        ListFormat.WORDS,
        ListFormat.WORDS.usualFields(),
        List.of(entry),
        version,
        WordLists.NOW);
  }

  private static Site site() {
    return new Site(
        new SiteId("blog"),
        "Blog",
        null,
        List.of(),
        null,
        Privacy.DEFAULT,
        DoorSettings.DEFAULT,
        List.of("chosen", "absent"),
        List.of(),
        DrawRates.NONE,
        ActivationRequirements.NONE,
        List.of(),
        List.of(),
        List.of(),
        WordLists.NOW,
        1);
  }
}
