package io.moderato.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Somebody who moderates in a browser of their own. What the browser complains of is kept: scripts that fail, and what the content policy refuses. */
final class Moderation implements AutoCloseable {
  private final RunningService service;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Moderation(RunningService service, BrowserContext context) {
    this.service = service;
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("the server responded with")) {
        complaints.add(message.text());
      }
    });
    page.onDialog(dialog -> {
      complaints.add("dialogue: " + dialog.message());
      dialog.dismiss();
    });
  }

  static Moderation start(Browser browser, TestModerator moderator, NewContextOptions options) {
    var moderation = new Moderation(moderator.service(), browser.context(options));
    moderation.open("/login");
    moderation.signIn(moderator);
    return moderation;
  }

  void signIn(TestModerator moderator) {
    page.fill("input[name=login]", moderator.login());
    page.fill("input[name=password]", TestModerator.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**/review**");
  }

  void open(String path) {
    page.navigate("http://127.0.0.1:" + service.port() + path);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  List<String> complaints() {
    return complaints;
  }

  /** The rows that wait, and were not taken by others. */
  Locator rows() {
    return page.locator("#rows > .row");
  }

  Locator locate(String selector) {
    return page.locator(selector);
  }

  String current() {
    return page.locator("#work").getAttribute("data-key");
  }

  /** Presses a key, and waits until another comment is shown. */
  void pressAndGoOn(String key) {
    var before = current();
    page.keyboard().press(key);
    assertThat(page.locator("#work")).not().hasAttribute("data-key", before == null ? "" : before);
  }

  /** Goes away from the service, whose news the page no longer hears; to close a context now and then never ends. */
  @Override
  public void close() {
    page.navigate("about:blank");
  }
}
