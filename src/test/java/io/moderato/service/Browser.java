package io.moderato.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium, without a window. Tests that need it are skipped where there is none. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Path chromium) {
    playwright = Playwright.create(
        new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright
        .chromium()
        .launch(new LaunchOptions()
            .setExecutablePath(chromium)
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  static Browser start() {
    var found = onPath();
    assumeTrue(found.isPresent(), "there is no Chromium on this machine's PATH");
    return new Browser(found.orElseThrow());
  }

  private static Optional<Path> onPath() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Somebody's own cookies and settings. */
  BrowserContext context(NewContextOptions options) {
    return browser.newContext(options);
  }

  /** Ends the driver, which ends the browser: to close the browser itself has no limit of time. */
  @Override
  public void close() {
    playwright.close();
  }
}
