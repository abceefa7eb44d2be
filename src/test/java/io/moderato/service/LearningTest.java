package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.learning.LearntSite;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class LearningTest {
  private static final String[] GARDEN = {
    "tomatoes", "compost", "roses", "seedlings", "the hedge", "pruning", "mulch", "lettuce"
  };
  private static final String[] FOOTBALL = {
    "the referee", "that penalty", "the derby", "offside", "the keeper", "relegation", "the league"
  };

  private static final String[] SHAPES = {
    "This year %s did well beside %s, after %d weeks of rain",
    "Nobody talks of anything but %s and %s, %d minutes of it",
    "Has anybody seen %s or %s? I waited for %d days",
    "My sister likes %s, my brother %s, and we have %d of each",
    "What you wrote on %s and %s is right, see page %d",
    "I never thought that %s or %s would cost more than %d"
  };

  private final TestSite site;

  LearningTest(RunningService service) {
    this.site = service.newSite();
  }

  @Test
  void a_site_that_wants_gardens_and_no_football_learns_it_and_says_so() {
    decide(0, 55);
    var tried = await(this::learning, found -> found.path("state").asText().equals("trial"));
    assertThat(tried.at("/challenger/version").asText()).isEqualTo(site.id() + "@1");
    decide(55, 80);

    var football = await(
        () -> classified("What a match, the referee never saw that penalty"),
        found -> found.at("/scores").has("SITE"));

    assertThat(football.at("/scores/SITE").asDouble()).isGreaterThan(0.6);
    assertThat(football.at("/versions/models").asText()).contains(" " + site.id() + "@");
    assertThat(Json.stream(football.path("evidence"))
            .filter(each -> each.path("label").asText().equals("SITE"))
            .map(each -> each.path("text").asText()))
        .anySatisfy(words -> assertThat(words).containsAnyOf("referee", "penalty"));
    assertThat(classified("My tomatoes and roses want more compost")
            .at("/scores/SITE")
            .asDouble())
        .isLessThan(0.5);
    assertThat(learning().path("state").asText()).isEqualTo("serving");
    all_instances_change_together();
  }

  /** Goes on from there, since what serves took long to learn. */
  private void all_instances_change_together() {
    try (var another = site.service().another()) {
      var here = site.caller();
      var there = here.at(another.port());
      assertThat(models(there)).isEqualTo(models(here)).contains(site.id() + "@");

      there.post(site.address() + "/learning/rollback", Json.object()).expect(200);
      assertThat(models(there)).doesNotContain(site.id() + "@");
      awaitModels(here, models -> !models.contains(site.id() + "@"));

      here.post(site.address() + "/learning/rollback", Json.object()).expect(200);
      awaitModels(there, models -> models.contains(site.id() + "@"));
    }
  }

  @Test
  void a_roll_back_at_one_instance_reaches_the_others_without_a_restart() {
    LearntSite.store(site.service().store(), new SiteId(site.id()), 0);
    try (var another = site.service().another()) {
      var here = site.caller();
      var there = here.at(another.port());
      assertThat(models(here)).contains(site.id() + "@2");
      assertThat(models(there)).contains(site.id() + "@2");

      here.post(site.address() + "/learning/rollback", Json.object()).expect(200);

      assertThat(models(here)).contains(site.id() + "@1");
      awaitModels(there, models -> models.contains(site.id() + "@1"));
    }
  }

  private String models(Caller caller) {
    var submission = TestSite.submission("t", "p", football(1)).put("test", true);
    return caller
        .post(site.comments(), submission)
        .json()
        .at("/versions/models")
        .asText();
  }

  private void awaitModels(Caller caller, Predicate<String> wanted) {
    await(
        () -> Json.object("models", models(caller)),
        found -> wanted.test(found.path("models").asText()));
  }

  @Test
  void what_a_site_learns_from_can_be_given_to_another() {
    decide(0, 3);

    var lines =
        site.caller().get(site.address() + "/learning/examples").expect(200).body();

    assertThat(lines.lines())
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).startsWith("{\"kind\":\"suggestion\""));
    assertThat(lines).contains(garden(2), football(2), "\"LIKELY_TO_REJECT\":1");
  }

  @Test
  void a_site_that_decided_little_learns_nothing() {
    decide("g", garden(1), "APPROVE");

    assertThat(classified(football(1)).path("scores").has("SITE")).isFalse();
    assertThat(learning().path("state").asText()).isEqualTo("silent");
  }

  private static String garden(int i) {
    return SHAPES[i % 6].formatted(GARDEN[i % 8], GARDEN[(i / 8 + 1) % 8], i);
  }

  private static String football(int i) {
    return SHAPES[i % 6].formatted(FOOTBALL[i % 7], FOOTBALL[(i / 7 + 1) % 7], i);
  }

  private void decide(int from, int to) {
    for (int i = from; i < to; i++) {
      decide("g" + i, garden(i), "APPROVE");
      decide("f" + i, football(i), "REJECT");
    }
  }

  private JsonNode learning() {
    return site.caller().get(site.address() + "/learning").expect(200).json();
  }

  private void decide(String id, String text, String verdict) {
    site.submit(id, "p", text).expect(201);
    site.caller()
        .post(site.comment(id) + "/feedback", Json.object("verdict", verdict))
        .expect(200);
  }

  /** What is found of a text, without storing it. */
  private JsonNode classified(String text) {
    return site.submit(TestSite.submission("t", "p", text).put("test", true)).json();
  }

  private static JsonNode await(Supplier<JsonNode> asked, Predicate<JsonNode> wanted) {
    var deadline = Instant.now().plusSeconds(240);
    var found = asked.get();
    while (!wanted.test(found)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not in time: " + found);
      }
      LockSupport.parkNanos(200_000_000);
      found = asked.get();
    }
    return found;
  }
}
