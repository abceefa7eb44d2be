package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class KeysTest {
  private final RunningService service;
  private final TestSite site;

  KeysTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_key_can_be_rotated_without_a_gap() {
    var old = site.caller();
    var oldId = keyIds().get(0);
    var created = site.addKey(List.of("submit", "read", "feedback", "admin"));
    var fresh = old.withKey(created.path("key").asText());
    fresh.get(site.address()).expect(200);
    old.get(site.address()).expect(200);

    fresh.delete(site.address() + "/keys/" + oldId).expect(204);

    old.get(site.address()).expectProblem(401, "unauthorized");
    fresh.get(site.address()).expect(200);
  }

  @Test
  void a_revoked_key_is_refused_at_once_also_while_it_is_in_use() {
    for (int round = 0; round < 10; round++) {
      var created = site.addKey(List.of("read"));
      var caller = site.caller().withKey(created.path("key").asText());
      var stop = new AtomicBoolean();
      var busy = CompletableFuture.runAsync(() -> {
        while (!stop.get()) {
          caller.get(site.address());
        }
      });

      site.caller()
          .delete(site.address() + "/keys/" + created.path("id").asText())
          .expect(204);

      caller.get(site.address()).expectProblem(401, "unauthorized");
      stop.set(true);
      busy.join();
      caller.get(site.address()).expectProblem(401, "unauthorized");
    }
  }

  @Test
  void a_new_key_is_good_at_once_even_if_someone_tried_it_before() {
    var created = site.addKey(List.of("read"));
    var caller = site.caller().withKey(created.path("key").asText());

    caller.get(site.address()).expect(200);
  }

  @Test
  void a_secret_is_shown_once_and_not_stored() {
    var created = site.addKey(List.of("read"));

    var read = site.caller().get(site.address()).expect(200).body();

    var secret = created.path("key").asText();
    assertThat(read).contains(created.path("id").asText()).doesNotContain(secret);
    assertThat(service.everythingOf(site.id()).toString())
        .doesNotContain(secret)
        .doesNotContain(RunningService.OPERATOR_KEY);
  }

  @Test
  void keys_of_at_once_are_all_kept() {
    var before = keyIds().size();

    var created = IntStream.range(0, 4)
        .mapToObj(i -> site.caller()
            .postAsync(site.address() + "/keys", Json.object("scopes", List.of("read"))))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .filter(answer -> answer.status() == 201)
        .toList();

    assertThat(keyIds()).hasSize(before + created.size());
  }

  @Test
  void a_site_has_at_most_100_keys() {
    for (int i = keyIds().size(); i < 100; i++) {
      site.addKey(List.of("read"));
    }

    var answer =
        site.caller().post(site.address() + "/keys", Json.object("scopes", List.of("read")));

    answer.expectProblem(409, "conflict");
  }

  @Test
  void a_key_is_revoked_once() {
    var id = site.addKey(List.of("read")).path("id").asText();
    site.caller().delete(site.address() + "/keys/" + id).expect(204);

    var again = site.caller().delete(site.address() + "/keys/" + id);

    again.expectProblem(404, "not-found");
  }

  @Test
  void a_site_is_created_once() {
    var again = service.operator().post("/v1/sites", Json.object("id", site.id(), "name", "Mine"));

    again.expectProblem(409, "conflict");
    assertThat(site.caller().get(site.address()).json().path("name").asText())
        .isEqualTo("Site of a test");
  }

  @Test
  void only_the_settings_that_are_sent_change() {
    var before = site.caller().get(site.address()).expect(200).json();

    site.caller()
        .patch(site.address(), Json.object("privacy", Json.object("storeAuthorIp", false)))
        .expect(200);

    var after = site.caller().get(site.address()).expect(200).json();
    assertThat(after.at("/privacy/storeAuthorIp").asBoolean()).isFalse();
    assertThat(after.at("/privacy/storeAuthorEmail").asBoolean()).isTrue();
    assertThat(after.path("name")).isEqualTo(before.path("name"));
    assertThat(after.path("keys")).isEqualTo(before.path("keys"));
  }

  private List<String> keyIds() {
    return Json.stream(site.caller().get(site.address()).expect(200).json().path("keys"))
        .map(key -> key.path("id").asText())
        .toList();
  }
}
