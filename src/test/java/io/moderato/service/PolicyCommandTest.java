package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.cli.ModeratoCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** {@code moderato policy} against a running service. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class PolicyCommandTest {
  private static final String LINKS = """
      name: mine
      description: No links.
      rules:
        - name: any-link
          sentence: It holds {value} links.
          when: links.count > 0
          verdict: HOLD
      """;

  private final RunningService service;
  private final TestSite site;

  @TempDir
  private Path folder;

  PolicyCommandTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void the_commands_of_the_page_work_as_they_stand_there() throws IOException {
    rejectedByPeople(100);
    var commands = Files.readAllLines(Path.of("docs", "replay.md")).stream()
        .filter(line -> line.startsWith("moderato policy "))
        .map(line -> line.replaceFirst(" +#.*", "").substring("moderato policy ".length()))
        .toList();

    var printed = new ArrayList<String>();
    for (var command : commands) {
      var toFile = command.split(" > ");
      var ran = policy(toFile[0].split(" "));
      assertThat(ran.status()).as("%s: %s", command, ran.err()).isZero();
      if (toFile.length > 1) {
        written(toFile[1], ran.out().replace("\"blog\"", "mine")); // "change it"
      } else {
        printed.add(ran.out().lines().findFirst().orElse(""));
      }
    }

    assertThat(printed)
        .containsExactly(
            "No mistakes.",
            "Tried: mine@0",
            "Stored as mine@1.",
            "mine@1 runs beside.",
            "mine@1 decides from now on.",
            "default@1 decides again.");
  }

  @Test
  void what_is_shown_can_be_put_again_and_differs_in_nothing() throws IOException {
    assertThat(policy("put", written("mine.yaml", LINKS), "--note", "First.").out())
        .isEqualTo("Stored as mine@1.%n".formatted());
    var shown = policy("show", "mine@1").out();
    assertThat(shown).startsWith("# mine@1").contains("links.count > 0");

    policy("put", written("again.yaml", shown));

    var diff = Json.parse(site.caller()
        .get(site.policy() + "/diff?from=mine@1&to=mine@2")
        .expect(200)
        .body());
    assertThat(diff.path("rules").findValuesAsText("name")).isEmpty();
    assertThat(policy("diff", "mine@1", "mine@2").status()).isZero();
    assertThat(policy("diff", "default@1", "mine@1").out()).contains("any-link", "surely-spam");
  }

  @Test
  void a_mistake_is_told_with_its_place_and_the_name_that_was_meant() {
    var mistaken =
        policy("check", written("mine.yaml", LINKS.replace("links.count", "links.cuont")));

    assertThat(mistaken.status()).isEqualTo(2);
    assertThat(mistaken.err()).contains("/rules/0/when: line 1, column", "links.count");
    var broken = policy("put", written("broken.yaml", "rules: [\n  {"));
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.err()).contains("broken.yaml, line 2");
    assertThat(policy("check", "absent.yaml").err()).contains("absent.yaml can't be read");
  }

  @Test
  void a_replay_is_a_table_for_people_a_file_of_flips_and_JSON_for_programs() throws IOException {
    site.submit("c-1", "p-1", "Look at https://garden.example/ there.").expect(201);
    site.submit("c-2", "p-1", TestSite.HARMLESS).expect(201);
    var mine = written("mine.yaml", LINKS);
    var flips = folder.resolve("flips.jsonl");

    var table = policy("replay", "--file", mine, "--flips", flips.toString());
    var json = policy("replay", "--file", mine, "--json");

    assertThat(table.out())
        .contains("On 2 decisions", "1 of them flip.", "c-1  APPROVE -> HOLD", "It holds 1 links.");
    assertThat(Files.readAllLines(flips))
        .singleElement()
        .satisfies(flip -> assertThat(Json.parse(flip).path("id").asText()).isEqualTo("c-1"));
    assertThat(Json.parse(json.out()).at("/flips/matrix/APPROVE/HOLD").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_refused_ends_with_2_and_the_sentence_and_changes_nothing() {
    policy("put", written("mine.yaml", LINKS));

    var unproven = policy("activate", "mine@1", "--require-hold", "0.99", "--at-least", "400");
    var unknown = policy("activate", "mine@7");

    assertThat(List.of(unproven.status(), unknown.status())).containsExactly(2, 2);
    assertThat(unproven.err()).contains("400");
    assertThat(policy("show").out()).startsWith("# default@1");
    assertThat(policy("rollback").status()).isEqualTo(2);
  }

  @Test
  void a_shadow_is_begun_compared_and_ended() {
    assertThat(policy("shadow", "news@1").out()).startsWith("news@1 runs beside.");
    assertThat(policy("shadow").out()).contains("news@1");
    assertThat(policy("shadow", "--end").out()).startsWith("Nothing runs beside.");
    assertThat(policy("shadow").out()).doesNotContain("news@1");
  }

  @Test
  void a_decision_is_come_to_again() {
    site.submit("c-1", "p-1", TestSite.SPAM).expect(201);

    var again = policy("decision", "c-1");

    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("equal: true");
    assertThat(policy("decision", "c-9").err()).contains("The site has no such comment.");
  }

  @Test
  void where_no_service_is_the_sentence_says_how_to_start_one() {
    var ran = run("policy", "show", "--site", "blog", "--url", "http://127.0.0.1:1");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("There is no service at http://127.0.0.1:1", "moderato serve");
  }

  /** Bots that filled in the field that people can't see. */
  private void rejectedByPeople(int count) {
    for (int i = 0; i < count; i++) {
      site.submit(TestSite.submission("bot-" + i, "p-1", TestSite.HARMLESS).put("honeypot", "x"))
          .expect(201);
      site.caller()
          .post(site.comment("bot-" + i) + "/feedback", Json.object("verdict", "REJECT"))
          .expect(200);
    }
  }

  private record Ran(int status, String out, String err) {}

  /** A file's name that stands alone is one of the test's folder. */
  private Ran policy(String... words) {
    var args = new ArrayList<>(List.of("policy"));
    for (var word : words) {
      args.add(word.matches("[a-z]+\\.yaml") ? folder.resolve(word).toString() : word);
    }
    args.addAll(
        List.of("--site", site.id(), "--key", String.valueOf(site.caller().key())));
    args.addAll(List.of("--url", "http://127.0.0.1:" + service.port()));
    return run(args.toArray(String[]::new));
  }

  private static Ran run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var stdout = System.out;
    var stderr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = ModeratoCommand.run(words);
      return new Ran(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }

  private String written(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
