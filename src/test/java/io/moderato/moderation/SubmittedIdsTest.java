package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.CommentId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmittedIdsTest {
  private final AtomicInteger count = new AtomicInteger();
  private final SubmittedIds ids = new SubmittedIds(() -> "made-" + count.incrementAndGet());

  @Test
  void without_a_key_every_id_is_new() {
    assertThat(ids.idFor(null)).isEqualTo(new CommentId("made-1"));
    assertThat(ids.idFor(null)).isEqualTo(new CommentId("made-2"));
  }

  @Test
  void the_same_key_gives_the_same_id_in_every_process() { // sha256sum of "a key"
    var expected = new CommentId("key-8fa3aab2faa9b79e0a0398da5b5abd07");

    assertThat(ids.idFor("order 66")).isEqualTo(ids.idFor("order 66"));
    assertThat(ids.idFor("a key")).isEqualTo(expected);
    assertThat(new SubmittedIds(() -> "other").idFor("a key")).isEqualTo(expected);
  }

  @Test
  void another_key_gives_another_id() {
    assertThat(ids.idFor("a key")).isNotEqualTo(ids.idFor("A key"));
    assertThat(ids.idFor("")).isNotEqualTo(ids.idFor(" "));
  }

  @Test
  void the_key_is_not_shown_in_the_id() {
    assertThat(ids.idFor("secret").value()).doesNotContain("secret");
  }
}
