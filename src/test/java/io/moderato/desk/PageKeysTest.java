package io.moderato.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.site.SiteId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageKeysTest {
  @Test
  void a_comment_s_id_may_have_slashes_and_quotes() {
    var key = new CommentKey(new SiteId("blog"), new CommentId("a/b \"c\" & <d>"));

    assertThat(PageKeys.read(PageKeys.text(key))).contains(key);
    assertThat(PageKeys.param(key)).isEqualTo("blog%2Fa%2Fb+%22c%22+%26+%3Cd%3E");
    assertThat(PageKeys.rowId(key)).matches("row-[0-9a-f]{20}");
  }

  @Test
  void what_names_no_comment_is_none() {
    assertThat(PageKeys.read("")).isEmpty();
    assertThat(PageKeys.read("blog")).isEmpty();
    assertThat(PageKeys.read("Not A Site/c-1")).isEmpty();
    assertThat(PageKeys.read("blog/")).isEmpty();
  }
}
