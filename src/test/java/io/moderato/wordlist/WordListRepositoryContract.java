package io.moderato.wordlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class WordListRepositoryContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** Of its own in each test, since they share a store. */
  private final ListOwner blog = ListOwner.of(new SiteId("blog-" + NUMBERS.incrementAndGet()));

  abstract WordListRepository lists();

  @Test
  void a_list_is_found_as_it_was_added() {
    var list = list(blog, "words", 1, List.of("a b", "\ud83c\udf46", "/x|y/", "\u4f1f\u54e5"));

    assertThat(lists().addIfNew(list).await()).isTrue();

    assertThat(lists().find(blog, "words").await()).contains(list);
    assertThat(lists().summaries(blog).await()).containsExactly(list.summary());
  }

  @Test
  void a_list_may_be_empty() {
    var list = list(blog, "words", 1, List.of());

    lists().addIfNew(list).await();

    assertThat(lists().find(blog, "words").await()).contains(list);
  }

  @Test
  void a_list_may_be_long() {
    var entries = new ArrayList<String>();
    for (int i = 0; i < WordList.MOST_ENTRIES; i++) {
      entries.add("number " + i);
    }
    var list = list(blog, "words", 1, entries);

    lists().addIfNew(list).await();

    assertThat(lists().find(blog, "words").await()).contains(list);
  }

  @Test
  void a_name_belongs_to_its_owner() {
    lists().addIfNew(list(blog, "words", 1, List.of("a"))).await();
    lists().addIfNew(list(ListOwner.OPERATOR, "words", 1, List.of("b"))).await();

    assertThat(lists().find(ListOwner.OPERATOR, "words").await().orElseThrow().entries())
        .containsExactly("b");
    assertThat(lists().summaries(ListOwner.of(new SiteId("blog"))).await()).isEmpty();
    assertThat(lists().find(blog, "word").await()).isEmpty();
  }

  @Test
  void a_list_that_is_there_is_not_added_again() {
    lists().addIfNew(list(blog, "words", 1, List.of("a"))).await();

    assertThat(lists().addIfNew(list(blog, "words", 1, List.of("b"))).await()).isFalse();

    assertThat(lists().find(blog, "words").await().orElseThrow().entries()).containsExactly("a");
  }

  @Test
  void only_the_next_version_replaces_a_list() {
    lists().addIfNew(list(blog, "words", 1, List.of("a"))).await();
    var next = list(blog, "words", 2, List.of("b"));

    assertThat(lists().replace(list(blog, "words", 3, List.of("c"))).await()).isFalse();
    assertThat(lists().replace(next).await()).isTrue();
    assertThat(lists().replace(next).await()).isFalse();

    assertThat(lists().find(blog, "words").await()).contains(next);
  }

  @Test
  void a_deleted_list_is_gone() {
    lists().addIfNew(list(blog, "words", 1, List.of("a"))).await();

    assertThat(lists().delete(blog, "words").await()).isTrue();
    assertThat(lists().delete(blog, "words").await()).isFalse();

    assertThat(lists().find(blog, "words").await()).isEmpty();
    assertThat(lists().summaries(blog).await()).isEmpty();
  }

  private static WordList list(ListOwner owner, String name, int version, List<String> entries) {
    return new WordList(
        owner,
        name,
        "For tests",
        ListFormat.WORDS,
        Set.of(ListField.TEXT, ListField.USER_AGENT),
        entries,
        version,
        NOW);
  }
}
