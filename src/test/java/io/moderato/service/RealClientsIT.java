package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClient;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Key;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.moderations.Moderation;
import com.openai.models.moderations.ModerationCreateParams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that others wrote, unmodified, told another address. They are installed beneath target, where their tools are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class RealClientsIT {
  private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();

  /** Debian's own, which finds Debian's packages. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String RUDE = "You are a stupid idiot.";

  private final TestSite site;
  private final String root;
  private final String key;

  RealClientsIT(RunningService service) {
    this.site = service.newSite();
    this.root = "http://127.0.0.1:" + service.port();
    this.key = String.valueOf(site.caller().key());
  }

  @Test
  void googleapis_for_Node_follows_our_description() throws Exception {
    var found = node("googleapis@188", "perspective.mjs");

    assertThat(found.path("toxicity").asDouble()).isBetween(0.5, 1.0);
    assertThat(found.path("token").asText()).isEqualTo("comment:npm");
    assertThat(found.path("refused"))
        .isEqualTo(Json.object("code", 400, "message", "Comment must be non-empty."));
  }

  @Test
  void openai_for_Node_takes_our_address() throws Exception {
    var found = node("openai@7", "openai.mjs");

    assertThat(found.path("flagged")).isEqualTo(Json.parse("[false,true]"));
    assertThat(found.path("models").toString()).contains("omni-moderation-latest");
    assertThat(found.path("errors")).isEqualTo(Json.parse("""
            [{"kind":"BadRequestError","status":400,"code":null,"param":"input","traced":true},
             {"kind":"NotFoundError","status":404,"code":"model_not_found","param":"model","traced":true},
             {"kind":"AuthenticationError","status":401,"code":"invalid_api_key","param":null,"traced":true}]"""));
  }

  @Test
  void Google_s_client_for_Python_follows_our_description_into_batches() throws Exception {
    assumeThat(Files.isExecutable(Path.of(PYTHON))
            && run(Path.of("."), PYTHON, "-c", "import googleapiclient").status() == 0)
        .as("python3-googleapi is installed")
        .isTrue();

    var found = run(CLIENTS, PYTHON, CLIENTS.resolve("perspective.py").toString(), root, key)
        .json();

    assertThat(found.path("single").asDouble()).isBetween(0.5, 1.0);
    assertThat(found.path("refused").asInt()).isEqualTo(400);
    assertThat(found.at("/batch/rude")).isEqualTo(found.path("single"));
    assertThat(found.at("/batch/kind").asDouble()).isLessThan(0.5);
    assertThat(found.at("/batch/empty").asInt()).isEqualTo(400);
  }

  @Test
  void openai_java_takes_our_address() {
    var client = OpenAIOkHttpClient.builder().baseUrl(root + "/v1").apiKey(key).build();
    var stranger =
        OpenAIOkHttpClient.builder().baseUrl(root + "/v1").apiKey("wrong").build();

    var answer = client
        .moderations()
        .create(ModerationCreateParams.builder()
            .inputOfStrings(List.of(TestSite.HARMLESS, RUDE))
            .build());

    answer.validate();
    assertThat(answer.results().stream().map(Moderation::flagged)).containsExactly(false, true);
    assertThat(answer.results().get(1).categoryScores().harassment()).isBetween(0.5, 1.0);
    assertThat(client.models().list().data()).isNotEmpty();
    assertThatThrownBy(() -> client
            .moderations()
            .create(ModerationCreateParams.builder().input("").build()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> stranger
            .moderations()
            .create(ModerationCreateParams.builder().input("a").build()))
        .isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void Google_s_client_for_Java_takes_our_address_and_packs_its_bodies() throws IOException {
    var client = new CommentAnalyzer(root + "/");

    var answer = client.analyze(key, RUDE).execute();

    assertThat(Json.parse(answer.toString())
            .at("/attributeScores/TOXICITY/summaryScore/value")
            .asDouble())
        .isBetween(0.5, 1.0);
    assertThatThrownBy(() -> client.analyze("wrong", RUDE).execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            e -> assertThat(e.getDetails().getMessage()).startsWith("API key not valid."));
  }

  private JsonNode node(String client, String script) throws Exception {
    assumeThat(Stream.of("node", "npm").allMatch(RealClientsIT::isInstalled))
        .as("node and npm are installed")
        .isTrue();
    var folder = Path.of("target/clients", client.replace('@', '-')).toAbsolutePath();
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve("node_modules"))) {
      Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
      var installed = run(
          folder,
          "npm",
          "install",
          "--no-audit",
          "--no-fund",
          "--ignore-scripts",
          "--loglevel=error",
          client);
      assumeThat(installed.status()).as("npm installs " + client).isZero();
    }
    Files.copy(
        CLIENTS.resolve(script), folder.resolve(script), StandardCopyOption.REPLACE_EXISTING);
    return run(folder, "node", script, root, key).json();
  }

  private static boolean isInstalled(String command) {
    try {
      return run(Path.of("."), command, "--version").status() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Ran run(Path folder, String... command) throws IOException, InterruptedException {
    var printed = Files.createTempFile("client", ".out");
    var errors = Files.createTempFile("client", ".err");
    try {
      var process = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectOutput(printed.toFile())
          .redirectError(errors.toFile())
          .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(List.of(command) + " did not end");
      }
      return new Ran(
          process.exitValue(),
          Files.readString(printed, StandardCharsets.UTF_8),
          Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      Files.delete(printed);
      Files.delete(errors);
    }
  }

  private record Ran(int status, String printed, String errors) {
    JsonNode json() {
      assertThat(status).as(errors).isZero();
      return Json.parse(printed);
    }
  }

  /** As Google's generator writes a client, in small. */
  private static final class CommentAnalyzer extends AbstractGoogleJsonClient {
    CommentAnalyzer(String rootUrl) {
      super(new Builder(rootUrl));
    }

    AbstractGoogleJsonClientRequest<GenericJson> analyze(String key, String text) {
      var content = new GenericJson();
      content.put("comment", Map.of("text", text));
      content.put("requestedAttributes", Map.of("TOXICITY", Map.of()));
      return new Analyze(this, content, key);
    }

    private static final class Builder extends AbstractGoogleJsonClient.Builder {
      Builder(String rootUrl) {
        super(new NetHttpTransport(), GsonFactory.getDefaultInstance(), rootUrl, "", null, false);
        setApplicationName("test");
      }

      @Override
      public AbstractGoogleJsonClient build() {
        throw new UnsupportedOperationException();
      }
    }
  }

  private static final class Analyze extends AbstractGoogleJsonClientRequest<GenericJson> {
    @Key
    private final String key;

    Analyze(CommentAnalyzer client, GenericJson content, String key) {
      super(client, "POST", "v1alpha1/comments:analyze", content, GenericJson.class);
      this.key = key;
    }

    @Override
    public String toString() {
      return "analyze" + (key.isEmpty() ? " without key" : "");
    }
  }
}
