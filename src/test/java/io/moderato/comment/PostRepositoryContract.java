package io.moderato.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PostRepositoryContract {
  private static final Instant EARLIER = Instant.parse("2026-11-22T10:00:00.001Z");
  private static final Instant LATER = Instant.parse("2026-11-22T10:00:01.999Z");

  private final SiteId blog = new SiteId("blog");
  private final PostId bridges = new PostId("p-1");

  abstract PostRepository posts();

  @Test
  void a_post_is_found_as_it_was_put() {
    var post =
        post("https://example.org/p-1", "Bridges «ü» 🌉\u0000", "x".repeat(64 * 1024), EARLIER);

    posts().put(post).await();

    assertThat(posts().find(blog, bridges).await()).contains(post);
  }

  @Test
  void a_post_that_nothing_is_told_of_is_found_as_well() {
    var bare = post(null, null, null, EARLIER);

    posts().merge(bare).await();

    assertThat(posts().find(blog, bridges).await()).contains(bare);
  }

  @Test
  void an_unknown_post_is_not_found() {
    posts().put(post(null, "Bridges", null, EARLIER)).await();

    assertThat(posts().find(blog, new PostId("p-2")).await()).isEmpty();
    assertThat(posts().find(new SiteId("other"), bridges).await()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "/", "ü 🌉", "$set", "a.b", "%2F", "...", "{}"})
  void any_id_will_do(String id) {
    var post = new Post(blog, new PostId(id), null, "Bridges", null, EARLIER);

    posts().merge(post).await();

    assertThat(posts().find(blog, new PostId(id)).await()).contains(post);
  }

  @Test
  void the_same_id_of_another_site_is_another_post() {
    var ours = post(null, "Ours", null, EARLIER);
    var theirs = new Post(new SiteId("other"), bridges, null, "Theirs", null, EARLIER);

    posts().put(ours).await();
    posts().put(theirs).await();

    assertThat(posts().find(blog, bridges).await()).contains(ours);
    assertThat(posts().find(theirs.site(), bridges).await()).contains(theirs);
  }

  @Test
  void putting_replaces_all_that_was_told_before() {
    posts().put(post("https://example.org/", "Bridges", "Steel.", EARLIER)).await();
    var untold = post(null, "Tunnels", null, LATER);

    posts().put(untold).await();

    assertThat(posts().find(blog, bridges).await()).contains(untold);
  }

  @Test
  void merging_changes_what_is_told_and_leaves_the_rest() {
    posts().put(post("https://example.org/", "Bridges", "Steel.", EARLIER)).await();

    posts().merge(post(null, "Tunnels", null, LATER)).await();

    assertThat(posts().find(blog, bridges).await())
        .contains(post("https://example.org/", "Tunnels", "Steel.", LATER));
  }

  @Test
  void merging_another_text_counts_however_alike_the_two_are() {
    posts().merge(post(null, "Aa", null, EARLIER)).await();

    posts().merge(post(null, "BB", null, LATER)).await(); // the same String.hashCode

    assertThat(posts().find(blog, bridges).await()).contains(post(null, "BB", null, LATER));
  }

  @Test
  void merging_after_a_put_counts_although_the_same_was_merged_before() {
    posts().merge(post(null, "Bridges", null, EARLIER)).await();
    posts().put(post(null, "Tunnels", null, EARLIER)).await();

    posts().merge(post(null, "Bridges", null, LATER)).await();

    assertThat(posts().find(blog, bridges).await()).contains(post(null, "Bridges", null, LATER));
  }

  @Test
  void many_may_write_a_new_post_at_once() {
    var post = post(null, "Bridges", null, EARLIER);

    Future.all(IntStream.range(0, 64)
            .mapToObj(i -> i % 2 == 0 ? posts().merge(post) : posts().put(post))
            .toList())
        .await();

    assertThat(posts().find(blog, bridges).await()).contains(post);
  }

  @Test
  void all_posts_of_a_site_come_page_by_page_each_once_and_nobody_else_s() {
    var ids = List.of("p-10", "p-2", "a/b", "ü 🌉", "p-1", "/", "z");
    ids.forEach(id ->
        posts().put(new Post(blog, new PostId(id), null, id, null, EARLIER)).await());
    for (var other : List.of("blo", "blog-2", "blog0")) {
      posts()
          .put(new Post(new SiteId(other), bridges, null, "Foreign", null, EARLIER))
          .await();
    }

    var pages = new ArrayList<List<String>>();
    PostId after = null;
    do {
      var page = posts().all(blog, after, 3).await();
      pages.add(page.stream().map(post -> post.id().value()).toList());
      after = page.isEmpty() ? null : page.get(page.size() - 1).id();
    } while (after != null);

    assertThat(pages).extracting(List::size).containsExactly(3, 3, 1, 0);
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(posts().all(blog, null, 1).await())
        .containsExactlyElementsOf(posts().all(blog, null, 9).await().subList(0, 1));
  }

  @Test
  void a_post_that_is_added_or_whose_page_mark_is_gone_disturbs_no_page() {
    posts().put(new Post(blog, new PostId("a"), null, "A", null, EARLIER)).await();
    posts().put(new Post(blog, new PostId("c"), null, "C", null, EARLIER)).await();

    assertThat(posts().all(blog, new PostId("b"), 9).await())
        .extracting(Post::id)
        .containsExactly(new PostId("c"));
  }

  private Post post(
      @Nullable String url, @Nullable String title, @Nullable String body, Instant at) {
    return new Post(blog, bridges, url, title, body, at);
  }
}
