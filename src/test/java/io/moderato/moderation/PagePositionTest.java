package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.CommentId;
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
  @ParameterizedTest
  @ValueSource(strings = {"c-1", " ", "a/b", "\u2028", "\u0085", "ü 🌉", "\\n", "a.b", "=+/"})
  void a_cursor_is_read_as_the_position_it_was_made_from(String id) {
    var flat = new PagePosition("1763805600123", new CommentId(id));
    var threaded = new PagePosition("0123456789a01234567.0123456789b01234567", new CommentId(id));

    assertThat(PagePosition.ofCursor(flat.cursor(CommentView.FLAT), CommentView.FLAT))
        .contains(flat);
    assertThat(PagePosition.ofCursor(threaded.cursor(CommentView.THREADED), CommentView.THREADED))
        .contains(threaded);
  }

  @Test
  void a_cursor_fits_an_address_without_escapes() {
    var position = new PagePosition("0", new CommentId("ü 🌉?&=%".repeat(30)));

    assertThat(position.cursor(CommentView.FLAT)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void the_cursor_of_another_view_is_refused() {
    var position = new PagePosition("1763805600123", new CommentId("c-1"));

    assertThat(PagePosition.ofCursor(position.cursor(CommentView.FLAT), CommentView.THREADED))
        .isEmpty();
    assertThat(PagePosition.ofCursor(position.cursor(CommentView.THREADED), CommentView.FLAT))
        .isEmpty();
  }

  static Stream<String> garbage() {
    return Stream.of(
        "",
        "!",
        "AAAA",
        "a b",
        encoded("FLAT"),
        encoded("FLAT\n1"),
        encoded("FLAT\n\nc-1"),
        encoded("FLAT\nx\nc-1"),
        encoded("FLAT\n1.5\nc-1"),
        encoded("FLAT\n99999999999999999999\nc-1"),
        encoded("FLAT\n1\n"),
        encoded("FLAT\n1\nc-1\n"),
        encoded("FLAT\n1\nc\u0000"),
        encoded("FLAT\n1\n" + "x".repeat(257)),
        encoded("flat\n1\nc-1"),
        encoded("FLAT\n1\nc-1") + "=",
        Base64.getUrlEncoder()
            .encodeToString("FLAT\n1\n\u00ff".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void garbage_is_refused(String cursor) {
    assertThat(PagePosition.ofCursor(cursor, CommentView.FLAT)).isEmpty();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
