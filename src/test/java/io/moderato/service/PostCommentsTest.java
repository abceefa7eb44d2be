package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class PostCommentsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final TestSite site;

  PostCommentsTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void flat_goes_by_time_whatever_the_order_of_arrival() {
    comment("late", 9);
    comment("early", 1);
    answer("middle", "late", 5);

    assertThat(ids(list("flat"))).containsExactly("early", "middle", "late");
  }

  @Test
  void threaded_shows_each_comment_before_its_answers_and_siblings_by_time() {
    comment("b", 2);
    comment("a", 1);
    answer("b-2", "b", 8);
    answer("a-1", "a", 7);
    answer("b-1", "b", 3);
    answer("b-1-1", "b-1", 9);

    var shown = list("threaded");

    assertThat(ids(shown)).containsExactly("a", "a-1", "b", "b-1", "b-1-1", "b-2");
    assertThat(depths(shown)).containsExactly(0, 1, 0, 1, 2, 1);
  }

  @Test
  void an_answer_to_a_comment_that_nobody_knows_stands_on_the_post() {
    answer("orphan", "never-came", 1);

    var shown = list("threaded");

    assertThat(depths(shown)).containsExactly(0);
    assertThat(shown.get(0).path("parentId").asText()).isEqualTo("never-came");
  }

  @Test
  void an_answer_to_a_comment_that_is_no_longer_shown_is_shown_still() {
    comment("a", 1);
    answer("a-1", "a", 2);
    comment("b", 3);

    site.caller().delete(site.comment("a")).expect(204);

    assertThat(ids(list("threaded"))).containsExactly("a-1", "b");
  }

  @Test
  void what_is_held_rejected_or_withdrawn_is_not_shown() {
    comment("approved", 1);
    site.submit("spam", "p-1", TestSite.SPAM).expect(201);
    site.submit(TestSite.submission("trapped", "p-1", "Hello.").put("honeypot", "x"))
        .expect(201);
    comment("withdrawn", 2);
    site.caller().delete(site.comment("withdrawn")).expect(204);

    assertThat(ids(list("flat"))).containsExactly("approved");
    assertThat(ids(list("threaded"))).containsExactly("approved");
  }

  @Test
  void a_post_without_comments_has_an_empty_page_and_an_unknown_one_none() {
    site.caller().put(site.post("p-1"), Json.object("title", "Empty")).expect(200);

    assertThat(list("flat")).isEmpty();
    site.caller().get(site.post("p-9") + "/comments").expectProblem(404, "not-found");
  }

  @Test
  void answers_deeper_than_30_stand_beside_their_parent() {
    comment("c-0", 0);
    for (int i = 1; i <= 35; i++) {
      answer("c-" + i, "c-" + (i - 1), i);
    }

    var shown = list("threaded");

    assertThat(ids(shown)).hasSize(36).startsWith("c-0", "c-1", "c-2");
    assertThat(depths(shown)).allSatisfy(depth -> assertThat(depth).isLessThanOrEqualTo(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flat", "threaded"})
  void pages_of_every_size_put_together_are_the_whole(String view) {
    submitMany(500);
    var whole = paged(view, 200);
    assertThat(whole).hasSize(500).doesNotHaveDuplicates();

    for (var size : List.of(1, 3, 7, 50, 100, 199)) {
      assertThat(paged(view, size)).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"flat", "threaded"})
  void what_comes_in_while_someone_turns_pages_neither_doubles_nor_hides_anything(String view) {
    for (int i = 0; i < 20; i++) {
      comment("old-" + i, i);
    }
    var first = page(view, 10, "").expect(200).json();
    comment("before", -1);
    comment("after", 100);
    site.caller().delete(site.comment("old-15")).expect(204);

    var second = page(view, 50, first.path("next").asText()).expect(200).json();

    var seen = new ArrayList<>(ids(first.path("comments")));
    seen.addAll(ids(second.path("comments")));
    var expected = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      if (i != 15) {
        expected.add("old-" + i);
      }
    }
    expected.add("after");
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void comments_of_one_millisecond_are_told_apart() {
    for (int i = 0; i < 25; i++) {
      comment("same-" + i, 1);
    }

    for (var view : List.of("flat", "threaded")) {
      assertThat(paged(view, 4)).hasSize(25).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_post_is_replaced_whole_by_PUT() {
    site.caller()
        .put(site.post("p-1"), Json.object("title", "One", "body", "Text"))
        .expect(200);

    site.caller().put(site.post("p-1"), Json.object("title", "Two")).expect(200);

    var post = site.caller().get(site.post("p-1")).expect(200).json();
    assertThat(post.path("title").asText()).isEqualTo("Two");
    assertThat(post.path("body").isNull()).isTrue();
  }

  /** In a thread that a seed makes, times not in the order of arrival and often equal. */
  private void submitMany(int count) {
    var random = new Random(42);
    var batch = Json.MAPPER.createArrayNode();
    for (int i = 0; i < count; i++) {
      var comment = TestSite.submission("c-" + i, "p-1", TestSite.HARMLESS);
      comment.put("submittedAt", NOON.plusMillis(random.nextInt(200)).toString());
      if (i > 0 && random.nextInt(3) > 0) {
        comment.put("parentId", "c-" + random.nextInt(i));
      }
      batch.add(comment);
    }
    site.caller().post(site.comments() + ":batch", batch).expect(200);
  }

  private void comment(String id, int seconds) {
    site.submit(timed(id, seconds)).expect(201);
  }

  private void answer(String id, String parent, int seconds) {
    site.submit(timed(id, seconds).put("parentId", parent)).expect(201);
  }

  private static ObjectNode timed(String id, int seconds) {
    return TestSite.submission(id, "p-1", TestSite.HARMLESS)
        .put("submittedAt", NOON.plusSeconds(seconds).toString());
  }

  private JsonNode list(String view) {
    return page(view, 200, "").expect(200).json().path("comments");
  }

  private Answer page(String view, int limit, String cursor) {
    return site.caller()
        .get("%s/comments?view=%s&limit=%d%s"
            .formatted(site.post("p-1"), view, limit, cursor.isEmpty() ? "" : "&cursor=" + cursor));
  }

  private List<String> paged(String view, int limit) {
    var ids = new ArrayList<String>();
    var cursor = "";
    do {
      var page = page(view, limit, cursor).expect(200).json();
      ids.addAll(ids(page.path("comments")));
      cursor = page.path("next").asText("");
    } while (!cursor.isEmpty());
    return ids;
  }

  private static List<String> ids(JsonNode comments) {
    return Json.stream(comments).map(comment -> comment.path("id").asText()).toList();
  }

  private static List<Integer> depths(JsonNode comments) {
    return Json.stream(comments).map(comment -> comment.path("depth").asInt()).toList();
  }
}
