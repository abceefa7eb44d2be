package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class BatchTest {
  private final RunningService service;
  private final TestSite site;

  BatchTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_thousand_comments_are_answered_in_order() {
    var comments = Json.MAPPER.createArrayNode();
    for (int i = 0; i < 1000; i++) {
      comments.add(TestSite.submission("c-" + i, "p-" + i % 7, "Comment number %d.".formatted(i)));
    }

    var results = batch(comments).expect(200).json();

    assertThat(ids(results)).isEqualTo(ids(comments));
    assertThat(codes(results)).containsOnly(201);
    assertThat(service.stored("comments", new Document("site", site.id()))).hasSize(1000);
  }

  @Test
  void NDJSON_is_answered_as_NDJSON_in_order() {
    var lines = "{\"id\":\"c-1\",\"post\":{\"id\":\"p-1\"},\"text\":\"One.\"}\r\n\r\n"
        + "{\"id\":\"c-2\",\"post\":{\"id\":\"p-1\"},\"text\":\"Two.\"}";

    var answer = site.caller().send("POST", site.comments() + ":batch", Caller.NDJSON, lines);

    answer.expect(200);
    assertThat(answer.mediaType()).isEqualTo("application/x-ndjson");
    assertThat(answer.body()).endsWith("\n");
    assertThat(ids(answer.json())).containsExactly("c-1", "c-2");
  }

  @Test
  void the_colon_may_be_percent_encoded() {
    var answer = site.caller()
        .post(site.comments() + "%3Abatch", array(TestSite.submission("c-1", "p-1", "Hello.")));

    answer.expect(200);
  }

  @Test
  void repeats_and_contradictions_stand_for_themselves() {
    site.submit("known", "p-1", "As before.").expect(201);

    var results = batch(array(
            TestSite.submission("known", "p-1", "As before."),
            TestSite.submission("known", "p-1", "Otherwise."),
            TestSite.submission("new", "p-1", "Hello."),
            TestSite.submission("new", "p-1", "Hello."),
            TestSite.submission("new", "p-1", "Otherwise."),
            TestSite.submission("last", "p-1", "Goodbye.")))
        .expect(200)
        .json();

    assertThat(codes(results)).containsExactly(200, 409, 201, 200, 409, 201);
    assertThat(results.get(1).at("/problem/type").asText()).isEqualTo("/docs/problems/conflict");
  }

  @Test
  void answers_within_a_batch_find_their_parents() {
    var results = batch(array(
            TestSite.submission("a", "p-1", "Question."),
            TestSite.submission("b", "p-1", "Answer.").put("parentId", "a"),
            TestSite.submission("c", "p-1", "Thanks.").put("parentId", "b"),
            TestSite.submission("d", "p-2", "Lost.").put("parentId", "a")))
        .expect(200)
        .json();

    assertThat(codes(results)).containsExactly(201, 201, 201, 400);
    assertThat(results.get(3).at("/problem/errors/0/pointer").asText()).isEqualTo("/parentId");
    var shown =
        site.caller().get(site.post("p-1") + "/comments?view=threaded").json().path("comments");
    assertThat(Json.stream(shown).map(comment -> comment.path("depth").asInt()))
        .containsExactly(0, 1, 2);
  }

  @Test
  void one_invalid_comment_refuses_the_batch_and_stores_nothing() {
    var before = service.everythingOf(site.id());

    var answer = batch(array(
        TestSite.submission("a", "p-1", "Fine."),
        TestSite.submission("b", "p-1", "Fine.").put("unlisted", 1),
        TestSite.submission("c", "p-1", "Fine.").put("text", 7)));

    assertThat(answer.expectProblem(400, "invalid-request").places())
        .containsExactlyInAnyOrder("/1/unlisted", "/2/text");
    assertThat(service.everythingOf(site.id())).isEqualTo(before);
  }

  private Answer batch(JsonNode comments) {
    return site.caller().post(site.comments() + ":batch", comments);
  }

  private static ArrayNode array(JsonNode... items) {
    return Json.MAPPER.createArrayNode().addAll(List.of(items));
  }

  private static List<Integer> codes(JsonNode results) {
    return Json.stream(results).map(result -> result.path("code").asInt()).toList();
  }

  private static List<String> ids(JsonNode array) {
    return Json.stream(array)
        .map(item -> item.has("id") ? item.path("id") : item.at("/comment/id"))
        .map(JsonNode::asText)
        .collect(Collectors.toList());
  }
}
