package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.Comment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreadPlaceTest {
  @Test
  void a_comment_on_the_post_stands_by_its_time_and_a_checksum_of_its_id() { // crc32("c-1")
    assertThat(ThreadPlace.root(at("c-1", Instant.ofEpochMilli(0x12345L))))
        .isEqualTo(new ThreadPlace("00000012345c424f6be", 0));
  }

  @Test
  void a_reply_stands_below_its_parent() {
    var parent = ThreadPlace.root(at("parent", NOW));
    var reply = at("reply", NOW.plusMillis(1));

    assertThat(ThreadPlace.below(parent, reply))
        .isEqualTo(new ThreadPlace(parent.path() + "." + ThreadPlace.root(reply).path(), 1));
  }

  @Test
  void the_first_and_the_last_moment_keep_the_width() {
    assertThat(ThreadPlace.root(at("c", Instant.EPOCH)).path()).hasSize(19);
    assertThat(ThreadPlace.root(at("c", Instant.parse("2526-01-01T00:00:00Z"))).path())
        .hasSize(19);
  }

  @Test
  void deeper_replies_stand_beside_their_parent() {
    var place = ThreadPlace.root(at("c-0", NOW));
    for (int depth = 1; depth <= ThreadPlace.DEEPEST; depth++) {
      place = ThreadPlace.below(place, at("c-" + depth, NOW.plusMillis(depth)));
      assertThat(place.depth()).isEqualTo(depth);
    }

    var deeper = ThreadPlace.below(place, at("deeper", NOW.plusMillis(99)));

    assertThat(deeper.depth()).isEqualTo(ThreadPlace.DEEPEST);
    assertThat(deeper.path()).hasSameSizeAs(place.path()).isGreaterThan(place.path());
    assertThat(parentPath(deeper)).isEqualTo(parentPath(place));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void sorted_by_path_threads_are_listed_depth_first_and_siblings_by_time(long seed) {
    var random = new Random(seed);
    var all = new ArrayList<Node>();
    var roots = new ArrayList<Node>();
    for (int i = 0; i < 300; i++) {
      var comment =
          at("c-" + random.nextLong(), NOW.plusMillis(random.nextInt(1 << 20) * 1000L + i));
      var parent = i < 5 || random.nextInt(10) == 0 ? null : all.get(random.nextInt(all.size()));
      var node = new Node(
          comment,
          parent == null ? ThreadPlace.root(comment) : ThreadPlace.below(parent.place, comment),
          new ArrayList<>());
      (parent == null ? roots : parent.replies).add(node);
      all.add(node);
    }

    var listed = all.stream()
        .sorted((a, b) -> a.place.path().compareTo(b.place.path()))
        .map(node -> node.comment.id())
        .toList();

    var expected = new ArrayList<>();
    walk(roots, expected);
    assertThat(listed).as("seed %d", seed).isEqualTo(expected);
  }

  private static void walk(List<Node> siblings, List<Object> visited) {
    siblings.stream()
        .sorted((a, b) -> a.comment.submittedAt().compareTo(b.comment.submittedAt()))
        .forEach(node -> {
          visited.add(node.comment.id());
          walk(node.replies, visited);
        });
  }

  private static String parentPath(ThreadPlace place) {
    return place.path().substring(0, place.path().lastIndexOf('.'));
  }

  private static Comment at(String id, Instant at) {
    return comment(id, null, "x", at);
  }

  private record Node(Comment comment, ThreadPlace place, List<Node> replies) {}
}
