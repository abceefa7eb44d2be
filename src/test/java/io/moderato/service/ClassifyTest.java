package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ClassifyTest {
  private final RunningService service;
  private final TestSite site;

  ClassifyTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void one_text_gets_a_score_for_each_label_that_is_offered() {
    var offered = service.anyone().get("/v1/capabilities").expect(200).json().path("labels");

    var answer = classify(Json.object("text", "Hello there.")).expect(200).json();

    assertThat(answer.path("scores").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(
            Json.stream(offered).map(JsonNode::asText).toList());
    assertThat(answer.path("degraded").asBoolean()).isFalse();
    assertThat(answer.has("evidence")).isFalse();
    assertThat(answer.has("id")).isFalse();
  }

  @Test
  void many_texts_are_answered_in_order_and_as_each_would_be_alone() {
    var texts = Json.MAPPER.createArrayNode();
    IntStream.range(0, 200)
        .forEach(i -> texts.add(Json.object(
            "id", "t-" + i, "text", i % 3 == 0 ? TestSite.SPAM : "Text number %d.".formatted(i))));

    var answers = classify(texts).expect(200).json();

    assertThat(Json.stream(answers).map(answer -> answer.path("id").asText()))
        .containsExactlyElementsOf(
            IntStream.range(0, 200).mapToObj(i -> "t-" + i).toList());
    for (var i : List.of(0, 1, 31, 32, 33, 199)) {
      assertThat(answers.get(i)).isEqualTo(classify(texts.get(i)).expect(200).json());
    }
  }

  @Test
  void NDJSON_is_answered_as_NDJSON_in_order() {
    var lines = "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n";

    var answer =
        site.caller().send("POST", "/v1/classify", Caller.NDJSON, lines).expect(200);

    assertThat(answer.mediaType()).isEqualTo("application/x-ndjson");
    assertThat(Json.stream(answer.json()).map(line -> line.path("id").asText()))
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text     | \ud83d\ude00\ud83d\ude00 You are a complete idiot and a moron, shut up \ud83d\ude00",
        "html     | <p>\ud83d\ude00 You are a <b>complete</b> id&#105;ot &amp; a moron, shut up</p>",
        "markdown | \ud83d\ude00 You are a **complete** idiot and a _moron_, [shut up](http://example.org/)",
        "text     | \uff39\uff4f\uff55 are a c0mplete 1diot and a m.o.r.o.n, shut\u200b up"
      })
  void evidence_names_the_words_as_they_were_sent(String format, String text) {
    var answer = classify(Json.object("text", text, "format", format, "evidence", true));

    var evidence = answer.expect(200).json().path("evidence");
    assertThat(evidence).isNotEmpty();
    assertThat(evidence)
        .allSatisfy(span -> assertThat(span.path("text").asText())
            .isEqualTo(
                text.substring(span.path("begin").asInt(), span.path("end").asInt())));
  }

  @Test
  void an_empty_text_is_classified_too() {
    var answer = classify(Json.object("text", "", "evidence", true));

    assertThat(answer.expect(200).json().path("evidence")).isEmpty();
  }

  @Test
  void nothing_is_stored() {
    var before = service.everythingOf(site.id());

    classify(Json.object("text", TestSite.SPAM, "post", Json.object("title", "T")))
        .expect(200);

    assertThat(service.everythingOf(site.id())).isEqualTo(before);
  }

  @Test
  void a_German_insult_is_scored_by_the_German_model_which_is_named() {
    var answer = classify(Json.object(
            "text", "Du bist so ein dummes Arschloch, halt endlich dein Maul!", "evidence", true))
        .expect(200)
        .json();

    assertThat(answer.path("language").asText()).isEqualTo("de");
    assertThat(answer.path("supported").asBoolean()).isTrue();
    assertThat(answer.path("versions").path("models").asText())
        .matches("de@[0-9.]+\\+base@[0-9.]+");
    assertThat(answer.path("scores").path("TOXIC").asDouble()).isGreaterThan(0.5);
    assertThat(answer.path("evidence")).isNotEmpty();
    assertThat(answer.path("scores").has("INSULT")).isFalse();
    assertThat(answer.path("scores").has("SPAM")).isTrue();
  }

  @Test
  void a_language_without_a_model_gets_no_score_that_means_nothing() {
    var answer = classify(
            Json.object(
                "text",
                "Tämä artikkeli on mielestäni todella hyvä ja hyödyllinen kaikille meille suomalaisille."))
        .expect(200)
        .json();

    assertThat(answer.path("language").asText()).isEqualTo("fi");
    assertThat(answer.path("supported").asBoolean()).isFalse();
    assertThat(answer.path("scores").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("SPAM");
  }

  @Test
  void capabilities_tell_each_label_of_each_language_with_its_figures() {
    var quality = service.anyone().get("/v1/capabilities").expect(200).json().path("quality");

    assertThat(
            Json.stream(quality).map(each -> each.path("label").asText() + each.path("languages")))
        .contains("TOXIC[\"de\"]", "HATE[\"ko\"]", "TOXIC[\"en\"]");
    assertThat(Json.stream(quality)
            .filter(each ->
                !each.path("model").asText().startsWith("rules@"))) // which nothing was learnt for
        .allSatisfy(each -> assertThat(each.path("auc").asDouble()).isBetween(0.5, 1.0));
  }

  private Answer classify(JsonNode body) {
    return site.caller().post("/v1/classify", body);
  }
}
