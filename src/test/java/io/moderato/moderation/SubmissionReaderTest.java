package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.AdjustableClock;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  private final SiteId blog = new SiteId("blog");
  private final SubmissionReader reader =
      new SubmissionReader(new AdjustableClock("2026-11-22T10:00:00.123456789Z"));

  @Test
  void the_smallest_submission_is_completed() {
    assertThat(read("{'post': {'id': 'p-1'}, 'text': 'Thanks.'}"))
        .isEqualTo(new Submission(
            new Comment(
                blog,
                new CommentId("made"),
                new PostId("p-1"),
                null,
                Author.UNKNOWN,
                "Thanks.",
                TextFormat.TEXT,
                NOW,
                false,
                null),
            new Post(blog, new PostId("p-1"), null, null, null, NOW),
            false,
            Origin.NATIVE));
  }

  @Test
  void the_fullest_submission_is_read_to_the_last_field() {
    var json = """
        {'id': 'c-1', 'post': {'id': 'p-1', 'url': 'https://example.org/', 'title': 'Bridges', 'body': 'Steel.'},
         'parentId': 'c-0',
         'author': {'id': 'u-7', 'name': 'Ada', 'email': 'ada@example.org', 'url': 'https://ada.example.org/',
                    'ip': '192.0.2.7', 'userAgent': 'Mozilla/5.0'},
         'text': '<b>Which</b> paint?', 'format': 'html', 'submittedAt': '2026-11-22T11:59:59.9876+02:00',
         'honeypot': 'x', 'test': true}
        """;

    assertThat(read(json))
        .isEqualTo(new Submission(
            new Comment(
                blog,
                new CommentId("c-1"),
                new PostId("p-1"),
                new CommentId("c-0"),
                new Author(
                    "u-7",
                    "Ada",
                    "ada@example.org",
                    "https://ada.example.org/",
                    "192.0.2.7",
                    "Mozilla/5.0"),
                "<b>Which</b> paint?",
                TextFormat.HTML,
                Instant.parse("2026-11-22T09:59:59.987Z"),
                true,
                null),
            new Post(blog, new PostId("p-1"), "https://example.org/", "Bridges", "Steel.", NOW),
            true,
            Origin.NATIVE));
  }

  @Test
  void null_is_the_same_as_nothing() {
    var json = """
        {'post': {'id': 'p-1', 'url': null, 'title': null, 'body': null}, 'parentId': null, 'author': null,
         'text': 'Thanks.', 'honeypot': null, 'submittedAt': null}
        """;

    assertThat(read(json)).isEqualTo(read("{'post': {'id': 'p-1'}, 'text': 'Thanks.'}"));
  }

  @ParameterizedTest
  @CsvSource({"'', false", "'  ', false", "x, true", "' 0 ', true"})
  void a_honeypot_counts_as_filled_when_something_stands_in_it(String value, boolean filled) {
    var json = "{'post': {'id': 'p-1'}, 'text': 'x', 'honeypot': '%s'}".formatted(value);

    assertThat(read(json).comment().honeypotFilled()).isEqualTo(filled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-11-23T10:00:00.123Z",
        "2026-11-22T10:00:00+14:00",
        "2024-02-29T23:59:59Z"
      })
  void a_time_is_taken_from_1970_to_a_day_from_now(String time) {
    assertThat(read(submittedAt(time)).comment().submittedAt())
        .isEqualTo(OffsetDateTime.parse(time).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z",
        "2026-11-23T10:00:00.124Z",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z"
      })
  void a_time_outside_of_that_is_refused_with_its_place(String time) {
    refuses(time, "must lie between 1970 and a day from now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-11-22",
        "2026-11-22T10:00:00",
        "2025-02-29T10:00:00Z",
        "1763805600"
      })
  void what_is_no_time_is_refused_with_its_place(String time) {
    refuses(time, "is no time as RFC 3339 has it");
  }

  private void refuses(String time, String detail) {
    assertThatThrownBy(() -> read(submittedAt(time)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem())
                .isEqualTo(Problem.at(ProblemType.INVALID_REQUEST, "/3/submittedAt", detail)));
  }

  private static String submittedAt(String time) {
    return "{'post': {'id': 'p-1'}, 'text': 'x', 'submittedAt': '%s'}".formatted(time);
  }

  private Submission read(String json) {
    try {
      var node = new JsonMapper().readTree(json.replace('\'', '"'));
      return reader.read(blog, node, () -> new CommentId("made"), "/3");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
