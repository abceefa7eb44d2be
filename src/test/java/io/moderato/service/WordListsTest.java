package io.moderato.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class WordListsTest {
  private final RunningService service;
  private final TestSite site;

  WordListsTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
  }

  @Test
  void a_hit_names_list_entry_and_place_in_the_answer_and_afterwards() {
    put("hold-words", "knave*").expect(200);
    var expected = Json.parse(
        "[{\"list\":\"hold-words\",\"entry\":\"knave*\",\"field\":\"text\",\"begin\":3,\"end\":9}]");

    var decided = site.submit("c-1", "p-1", "\ud83d\ude00 Kn@ves all around us here.")
        .expect(201)
        .json();

    assertThat(decided.path("listHits")).isEqualTo(expected);
    assertThat(decided.at("/reasons/0/listHits")).isEqualTo(expected);
    assertThat(site.read("c-1").json().path("listHits")).isEqualTo(expected);
  }

  @Test
  void a_list_is_read_as_it_was_put() {
    var put = put("words", "a b", " a b ", "/x+/", "!c").expect(200).json();
    var list = get("words");

    assertThat(put.path("version").asInt()).isEqualTo(1);
    assertThat(entries(list)).containsExactly("a b", "/x+/", "!c");
    assertThat(list.path("size").asInt()).isEqualTo(3);
    assertThat(list.path("format").asText()).isEqualTo("words");
    assertThat(list.path("fields")).isEqualTo(Json.parse("[\"text\",\"url\"]"));
    assertThat(list.path("shared").asBoolean()).isFalse();
  }

  @Test
  void entries_are_added_and_removed_one_by_one() {
    put("words", "a b").expect(200);

    add("words", "c d", "a b").expect(200);
    add("words", "c d").expect(200);
    remove("words", "a b", "unknown").expect(200);

    assertThat(entries(get("words"))).containsExactly("c d");
    assertThat(get("words").path("version").asInt()).isEqualTo(3);
  }

  @Test
  void adding_an_entry_shows_which_comments_it_would_have_hit() {
    site.submit("c-1", "p-1", "The varnish is fine.").expect(201);
    site.submit("c-2", "p-1", "Nothing of the kind.").expect(201);
    site.submit("c-3", "p-1", "Old VARNISH and new varnish.").expect(201);
    site.submit("c-4", "p-1", "The varnish museum is open.").expect(201);
    put("words", "unrelated", "!varnish museum").expect(200);

    var dry = site.caller()
        .post(
            list("words") + "/entries", Json.object("entries", List.of("varnish"), "dryRun", true))
        .expect(200)
        .json();

    var preview = dry.path("preview");
    assertThat(preview.path("searched").asInt()).isEqualTo(4);
    assertThat(preview.path("hit").asInt()).isEqualTo(2);
    assertThat(preview.path("share").asDouble()).isEqualTo(0.5);
    assertThat(preview.path("verdicts")).isEqualTo(Json.object("APPROVE", 2));
    assertThat(
            Json.stream(preview.path("first")).map(each -> each.path("comment").asText()))
        .containsExactly("c-3", "c-1");
    assertThat(preview.path("first").path(0).path("listHits")).hasSize(2);
    assertThat(entries(get("words"))).doesNotContain("varnish");

    var added = add("words", "varnish").expect(200).json();
    assertThat(added.path("preview")).isEqualTo(preview);
    assertThat(entries(get("words"))).contains("varnish");
  }

  @Test
  void a_deleted_list_hits_no_longer() {
    put("words", "knave").expect(200);
    site.caller().delete(list("words")).expect(204);

    assertThat(hits("You knave!")).isEmpty();
    site.caller().delete(list("words")).expectProblem(404, "not-found");
    site.caller().get(list("words")).expectProblem(404, "not-found");
    add("words", "a b").expectProblem(404, "not-found");
    remove("words", "a b").expectProblem(404, "not-found");
  }

  @Test
  void a_change_holds_for_the_next_comment() {
    put("words", "knave").expect(200);
    assertThat(hits("You knave and rogue!")).containsExactly("knave");
    put("words", "rogue").expect(200);
    assertThat(hits("You knave and rogue!")).containsExactly("rogue");
  }

  @Test
  void a_shared_list_holds_where_a_site_names_it() {
    var other = service.newSite();
    var name = "shared-" + site.id();
    service
        .operator()
        .put("/v1/lists/" + name, Json.object("entries", List.of("knave")))
        .expect(200);
    assertThat(hits("You knave!")).isEmpty();

    site.caller()
        .patch(site.address(), Json.object("sharedLists", List.of(name)))
        .expect(200);

    assertThat(hits("You knave!")).containsExactly("knave");
    assertThat(other.submit("c-1", "p-1", "You knave!").json().path("listHits")).isEmpty();
    assertThat(Json.stream(site.caller().get(site.address() + "/lists").json().path("lists"))
            .map(list -> list.path("name").asText()))
        .contains(name);
    site.caller().get("/v1/lists/" + name).expectProblem(403, "missing-scope");
    service.operator().delete("/v1/lists/" + name).expect(204);
  }

  @Test
  void a_list_is_replaced_in_the_version_that_was_seen() {
    putVersion(0).expect(200);
    putVersion(0).expectProblem(409, "conflict");
    putVersion(1).expect(200);
    putVersion(1).expectProblem(409, "conflict");
    putVersion(2).expect(200);
  }

  @Test
  void a_file_has_an_entry_a_line() {
    file("words", "\ufeff# For the blog\r\n\r\nknave*\r\n  buy now  \r\nknave*\n/x\\d+/", UTF_8, "")
        .expect(200);

    assertThat(entries(get("words"))).containsExactly("knave*", "buy now", "/x\\d+/");
  }

  @Test
  void a_file_of_wordpress_keys_is_read_as_wordpress_reads_it() {
    file("words", "press\n# no comment\n192.0.2.\n", UTF_8, "?format=wordpress").expect(200);

    var list = get("words");
    assertThat(list.path("format").asText()).isEqualTo("wordpress");
    assertThat(entries(list)).containsExactly("press", "# no comment", "192.0.2.");
    assertThat(list.path("fields")).hasSize(6);
    assertThat(hits("Very impressive.")).containsExactly("press");
  }

  static Stream<Arguments> files_that_are_refused() {
    var control = "Line 1 holds a control character.";
    return Stream.of(
        Arguments.of("UTF-16 with a mark", "caf\u00e9", UTF_16, "The body is not UTF-8."),
        Arguments.of("UTF-16 of plain letters", "abc", UTF_16LE, control),
        Arguments.of("Latin-1", "caf\u00e9", ISO_8859_1, "The body is not UTF-8."),
        Arguments.of(
            "Shift JIS",
            "\u30ab\u30b8\u30ce",
            Charset.forName("Shift_JIS"),
            "The body is not UTF-8."),
        Arguments.of("NUL", "a\u0000b", UTF_8, control),
        Arguments.of("nothing", "", UTF_8, "The body is missing."),
        Arguments.of(
            "a long line",
            "fine\n" + "x".repeat(301),
            UTF_8,
            "Line 2 is longer than 300 characters."),
        Arguments.of(
            "a star",
            "# a\nfine\n*",
            UTF_8,
            "Line 3 would hit nearly every comment; leave at least two letters beside the *."),
        Arguments.of(
            "a bomb",
            "/((a{100}){100}){100}/",
            UTF_8,
            "Line 1 is a regular expression that repeats more than 1000 times."),
        Arguments.of(
            "one line too many",
            numbered(100_001),
            UTF_8,
            "The list would come to more than 100000 entries."),
        Arguments.of(
            "a million lines",
            numbered(1_000_000).replace("number ", ""),
            UTF_8,
            "The list would come to more than 100000 entries."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files_that_are_refused")
  void a_file_that_can_not_be_meant_is_refused_in_a_sentence(
      String what, String text, Charset charset, String sentence) {
    put("words", "as before").expect(200);

    var answer = file("words", text, charset, "").expect(400);

    assertThat(answer.json().path("detail").asText()).isEqualTo(sentence);
    assertThat(entries(get("words"))).containsExactly("as before");
  }

  @ParameterizedTest
  @CsvSource({"*, 1", "/(/, 1", "'   ', 1", "domain:, 1", "'!', 1"})
  void an_entry_that_can_not_be_meant_is_pointed_at(String entry, int index) {
    put("words", "as before").expect(200);

    var replaced = put("words", "fine", entry);
    var added = add("words", "fine", entry);

    assertThat(replaced.expectProblem(400, "invalid-request").places())
        .containsExactly("/entries/" + index);
    assertThat(added.expectProblem(400, "invalid-request").places())
        .containsExactly("/entries/" + index);
    assertThat(entries(get("words"))).containsExactly("as before");
  }

  @Test
  void an_owner_has_twenty_lists() {
    IntStream.range(0, 20).forEach(i -> put("list-" + i, "a b").expect(200));

    put("list-20", "a b").expectProblem(409, "conflict");
    put("list-19", "c d").expect(200);
  }

  @Test
  void sixty_five_thousand_entries_are_taken_and_found() {
    file("words", numbered(65_000), UTF_8, "").expect(200);

    assertThat(get("words").path("size").asInt()).isEqualTo(65_000);
    assertThat(hits("This is number 64999 of them.")).containsExactly("number 64999");
  }

  @Test
  void links_to_a_listed_domain_are_hit() {
    put("words", "domain:pills.com").expect(200);

    assertThat(hits("See http://shop.pills.com/x now")).containsExactly("domain:pills.com");
  }

  private static String numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "number " + i).collect(Collectors.joining("\n"));
  }

  private String list(String name) {
    return site.address() + "/lists/" + name;
  }

  private Answer put(String name, String... entries) {
    return site.caller().put(list(name), Json.object("entries", List.of(entries)));
  }

  private Answer putVersion(int version) {
    return site.caller()
        .put(
            list("words") + "?version=" + version, Json.object("entries", List.of("v " + version)));
  }

  private Answer add(String name, String... entries) {
    return site.caller().post(list(name) + "/entries", Json.object("entries", List.of(entries)));
  }

  private Answer remove(String name, String... entries) {
    return site.caller()
        .post(list(name) + "/entries:remove", Json.object("entries", List.of(entries)));
  }

  private Answer file(String name, String text, Charset charset, String query) {
    var target = list(name) + query;
    return site.caller()
        .send(
            "PUT",
            target,
            site.caller()
                .request(target)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofByteArray(text.getBytes(charset))));
  }

  private JsonNode get(String name) {
    return site.caller().get(list(name)).expect(200).json();
  }

  private static List<String> entries(JsonNode list) {
    return Json.stream(list.path("entries")).map(JsonNode::asText).toList();
  }

  /** The entries that a comment with this text is hit by. */
  private List<String> hits(String text) {
    var comment = TestSite.submission("test", "p-1", text).put("test", true);
    var decided = site.submit(comment).expect(200).json();
    return Json.stream(decided.path("listHits"))
        .map(hit -> hit.path("entry").asText())
        .toList();
  }
}
