package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommentFeaturesTest {
  private final CommentFeatures features = new CommentFeatures();

  @Test
  void the_same_text_gets_the_same_buckets_for_ever() {
    int[] buckets =
        buckets("Free f.o.o.d at https://example.org/Menu?x=1, SOOOO good!!! \uD83D\uDE00");

    assertThat(buckets).hasSize(78);
    assertThat(Arrays.hashCode(buckets)).as("raise VERSION with this number").isEqualTo(-971111019);
  }

  @Test
  void features_are_words_pairs_and_runs_inside_words() {
    // hi: a word, and <h hi i> <hi hi> <hi>; ok: the same; the pair; and that the words are few
    assertThat(buckets("hi ok")).hasSize(7 + 7 + 1 + 1);
    assertThat(buckets("hi ok"))
        .contains(CommentFeatures.bucketOf("hi"), CommentFeatures.bucketOf("hi", "ok"));
  }

  @Test
  void repetition_does_not_count() {
    assertThat(buckets("hi hi hi hi")).isEqualTo(buckets("hi hi"));
  }

  @Test
  void nothing_is_left_of_the_text_before() {
    int[] alone = buckets("short");
    buckets("a much longer text that leaves many features behind ".repeat(200));

    assertThat(buckets("short")).isEqualTo(alone);
  }

  @Test
  void the_target_of_a_link_tells_as_much_when_it_is_hidden_behind_words() {
    var bare = set(buckets("see https://pills.example/buy now"));
    var marked =
        set(buckets("see <a href='https://PILLS.example/buy'>this</a> now", TextFormat.HTML));
    var none = set(buckets("see this now"));

    bare.retainAll(marked);
    bare.removeAll(none);

    assertThat(bare).hasSizeGreaterThanOrEqualTo(4); // https, pills, example, buy
  }

  @Test
  void every_markup_of_the_same_text_has_the_same_features() {
    assertThat(buckets("<p>You <b>f</b>ool &amp; liar</p>", TextFormat.HTML))
        .isEqualTo(buckets("You fool & liar"));
    assertThat(buckets("You **f**ool &amp; liar", TextFormat.MARKDOWN))
        .isEqualTo(buckets("You fool & liar"));
  }

  private int[] buckets(String text) {
    return buckets(text, TextFormat.TEXT);
  }

  private int[] buckets(String text, TextFormat format) {
    features.extract(text, format);
    return features.sorted();
  }

  private static Set<Integer> set(int[] buckets) {
    Set<Integer> set = new HashSet<>();
    for (int bucket : buckets) {
      set.add(bucket);
    }
    return set;
  }
}
