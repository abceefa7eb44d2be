package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Libraries that speak Akismet's contract, as they are published; each is installed into a folder of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class AkismetClientsTest {
  private static final Path SCRIPTS = Path.of("src/test/clients/akismet");
  private static final Path RUBY_GEM = Path.of("/usr/lib/ruby/vendor_ruby/akismet.rb");

  private final RunningService service;
  private final TestSite site;
  private final AkismetCaller akismet;

  AkismetClientsTest(RunningService service) {
    this.service = service;
    this.site = service.newSite();
    this.akismet = AkismetCaller.of(site);
  }

  @Test
  void npm_akismet_api_6_with_its_host_option() throws IOException {
    var answers = node("akismet-api", "6.0.0");

    assertThat(answers)
        .isEqualTo(Json.object(
            "verified",
            true,
            "unknown",
            false,
            "spam",
            true,
            "ham",
            false,
            "failure",
            "Invalid API key"));
    assertReported();
  }

  @Test
  void npm_akismet_2_with_its_host_and_port_options() throws IOException {
    var answers = node("akismet", "2.0.7");

    assertThat(answers)
        .isEqualTo(Json.object("verified", true, "unknown", false, "spam", true, "ham", false));
    assertReported();
  }

  @Test
  void npm_cedx_akismet_16_with_its_baseUrl_option() throws IOException {
    var answers = node("@cedx/akismet", "16.2.1");

    assertThat(answers)
        .isEqualTo(Json.object(
            "verified",
            true,
            "unknown",
            false,
            "spam",
            2,
            "ham",
            0,
            "failure",
            "The key is unknown or revoked."));
    assertReported();
  }

  @Test
  void Debian_s_ruby_akismet_by_its_host_names() throws IOException {
    Commands.assumeInstalled("ruby");
    assumeTrue(Files.exists(RUBY_GEM), "skipped: needs Debian's package ruby-akismet");

    var printed = Commands.run(SCRIPTS, environment(), "ruby", "akismet.rb");

    assertThat(Json.MAPPER.readTree(printed))
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"verified\":true,\"unknown\":false,\"spam\":true,\"ham\":false,\"check\":[true,true]}"));
    assertReported();
  }

  private JsonNode node(String library, String version) throws IOException {
    Commands.assumeInstalled("node", "npm");
    var name = library.substring(library.indexOf('/') + 1);
    var script = library.startsWith("@") ? "cedx.mjs" : name + ".mjs";
    var folder = Files.createDirectories(Path.of("target/clients", library).toAbsolutePath());
    if (!Files.exists(folder.resolve("node_modules").resolve(library))) {
      try {
        Commands.run(
            folder,
            Map.of(),
            "npm",
            "install",
            "--prefix",
            ".",
            "--no-save",
            "--no-audit",
            "--no-fund",
            library + "@" + version);
      } catch (AssertionError e) {
        assumeTrue(false, "skipped: npm can't fetch " + library);
      }
    }
    for (var file : List.of(script, "names.cjs")) {
      Files.writeString(folder.resolve(file), Files.readString(SCRIPTS.resolve(file)));
    }
    return Json.MAPPER.readTree(Commands.run(
        folder, environment(), "node", "--no-deprecation", "--require", "./names.cjs", script));
  }

  private Map<String, String> environment() {
    return Map.of(
        "KEY",
        akismet.key(),
        "PORT",
        Integer.toString(service.port()),
        "SPAM",
        TestSite.SPAM,
        "HAM",
        TestSite.HARMLESS);
  }

  /** Each client reports the harmless text as spam and the spam as harmless. */
  private void assertReported() {
    assertThat(service.stored("comments", Filters.eq("site", site.id())))
        .extracting(AkismetClientsTest::report)
        .containsExactlyInAnyOrder(
            TestSite.HARMLESS + " rejected 1", TestSite.SPAM + " approved 1");
  }

  private static String report(Document comment) {
    return "%s %s %d"
        .formatted(
            comment.getString("text"),
            comment.getString("status"),
            comment.getList("humanDecisions", Document.class).size());
  }
}
