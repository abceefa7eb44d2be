package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagePositionTest {
  private static final PostId POST = new PostId("p-1");

  @ParameterizedTest
  @ValueSource(strings = {"c-1", " ", "a/b", "\u2028", "\u0085", "ü 🌉", "\\n", "a.b", "=+/"})
  void a_cursor_is_read_as_the_position_it_was_made_from(String id) {
    var flat = new PagePosition("1763805600123", new CommentId(id));
    var threaded = new PagePosition("0123456789a01234567.0123456789b01234567", new CommentId(id));

    assertThat(PagePosition.ofCursor(flat.cursor(CommentView.FLAT, POST), CommentView.FLAT, POST))
        .contains(flat);
    assertThat(PagePosition.ofCursor(
            threaded.cursor(CommentView.THREADED, POST), CommentView.THREADED, POST))
        .contains(threaded);
  }

  @Test
  void a_cursor_fits_an_address_without_escapes() {
    var position = new PagePosition("0", new CommentId("ü 🌉?&=%".repeat(30)));

    assertThat(position.cursor(CommentView.FLAT, POST)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void the_cursor_of_another_view_is_refused() {
    var position = new PagePosition("1763805600123", new CommentId("c-1"));

    assertThat(PagePosition.ofCursor(
            position.cursor(CommentView.FLAT, POST), CommentView.THREADED, POST))
        .isEmpty();
    assertThat(PagePosition.ofCursor(
            position.cursor(CommentView.THREADED, POST), CommentView.FLAT, POST))
        .isEmpty();
  }

  @Test
  void the_cursor_of_another_post_is_refused() {
    var position = new PagePosition("1763805600123", new CommentId("c-1"));

    assertThat(PagePosition.ofCursor(
            position.cursor(CommentView.FLAT, POST), CommentView.FLAT, new PostId("p-2")))
        .isEmpty();
  }

  static Stream<String> garbage() {
    return Stream.of(
        "",
        "!",
        "AAAA",
        "a b",
        encoded("FLAT"),
        encoded("FLAT\np-1\n1"),
        encoded("FLAT\np-1\n\nc-1"),
        encoded("FLAT\np-1\nx\nc-1"),
        encoded("FLAT\np-1\n1.5\nc-1"),
        encoded("FLAT\np-1\n99999999999999999999\nc-1"),
        encoded("FLAT\np-1\n1\n"),
        encoded("FLAT\np-1\n1\nc-1\n"),
        encoded("FLAT\np-1\n1\nc\u0000"),
        encoded("FLAT\np-1\n1\n" + "x".repeat(257)),
        encoded("flat\np-1\n1\nc-1"),
        encoded("FLAT\np-1\n1\nc-1") + "=",
        Base64.getUrlEncoder()
            .encodeToString("FLAT\np-1\n1\n\u00ff".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void garbage_is_refused(String cursor) {
    assertThat(PagePosition.ofCursor(cursor, CommentView.FLAT, POST)).isEmpty();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
