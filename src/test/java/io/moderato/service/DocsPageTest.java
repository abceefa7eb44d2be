package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.http.ProblemType;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages that the service brings along; in a real browser where one is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class DocsPageTest {
  private final RunningService service;

  DocsPageTest(RunningService service) {
    this.service = service;
  }

  @Test
  void a_browser_shows_every_operation_and_meets_no_error() throws Exception {
    var shown = opened("/docs");

    var page = Jsoup.parse(shown.page());
    assertThat(page.select(".opblock").size())
        .isEqualTo(service.contract().operations().size());
    assertThat(page.select(".info .title").text()).startsWith("Moderato");
    assertThat(shown.errors()).isEmpty();
  }

  @Test
  void the_page_names_nothing_outside_the_service() {
    var page = Jsoup.parse(service.anyone().get("/docs").expect(200).body());

    assertThat(page.select("script[src], img[src], iframe").eachAttr("src"))
        .allMatch(address -> address.startsWith("/static/"));
    assertThat(page.select("link[href]").eachAttr("href"))
        .allMatch(address -> address.startsWith("/static/") || address.startsWith("data:"));
    assertThat(page.select("script:not([src]), [style], [onload]")).isEmpty();
  }

  @Test
  void the_pages_run_under_a_policy_that_lets_in_nothing_from_outside() {
    for (var address : List.of("/docs", "/docs/problems/conflict")) {
      var answer = service.anyone().get(address).expect(200);

      assertThat(answer.header("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("http:", "https:", "*", "unsafe-eval");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_type_of_problem_has_its_page(ProblemType type) {
    var page = service.anyone().get("/docs/problems/" + type.slug()).expect(200);

    var read = Jsoup.parse(page.body());
    assertThat(read.select("h1").text()).contains(Integer.toString(type.status()));
    assertThat(read.text()).contains("What to do.");
  }

  /** @param errors what the browser's console says of errors, refusals and failed requests */
  private record Shown(String page, List<String> errors) {}

  private Shown opened(String address) throws IOException, InterruptedException {
    var chromium = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
    assumeTrue(
        chromium.isPresent(), "no chromium on the PATH, so the page is not opened in a browser");
    var folder = Files.createTempDirectory("moderato-browser");
    try {
      return opened(chromium.get(), folder, address);
    } finally {
      erase(folder);
    }
  }

  private Shown opened(Path chromium, Path folder, String address)
      throws IOException, InterruptedException {
    var page = folder.resolve("page.html");
    var log = folder.resolve("log.txt");
    var command = new ArrayList<>(List.of(
        chromium.toString(),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile")));
    // Whatever is asked of another host fails, and the log says so.
    command.addAll(List.of(
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--enable-logging=stderr",
        "--v=0",
        "--virtual-time-budget=20000",
        "--dump-dom",
        "http://127.0.0.1:" + service.port() + address));
    var browser = new ProcessBuilder(command)
        .redirectOutput(page.toFile())
        .redirectError(log.toFile())
        .start();
    if (!browser.waitFor(120, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new AssertionError("the browser did not end");
    }
    var errors = Files.readString(log, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("CONSOLE"))
        .filter(line -> line.matches("(?i).*(error|refused|violat|failed|not found|ERR_).*"))
        .toList();
    return new Shown(Files.readString(page), errors);
  }

  private static void erase(Path folder) {
    try {
      RunningService.erase(folder);
    } catch (UncheckedIOException e) {
      // a process of the browser still writes; the system clears its folder for temporary files
    }
  }
}
