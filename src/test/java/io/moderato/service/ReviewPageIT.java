package io.moderato.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.KeyboardModifier;
import io.moderato.desk.HighlightedText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What moderators do, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewPageIT extends PagesInBrowser {
  private static final String WAVE =
      "Finest leather handbags straight from our factory, amazing colours, worldwide shipping and refunds ";

  private TestSite site;

  @BeforeEach
  void newSite() {
    site = service.newSite(Json.object("rejectReasons", List.of("Insulting", "Off topic")));
    site.activate(site.putPolicy(holdingAll()));
  }

  private static ObjectNode holdingAll() {
    return Json.object(
        "name",
        "hold-all",
        "rules",
        List.of(Json.object(
            "name",
            "all",
            "sentence",
            "Everything is looked at.",
            "when",
            "shape.words >= 0",
            "verdict",
            "HOLD")));
  }

  private void hold(int count) {
    IntStream.range(0, count).forEach(i -> hold("c-" + i, "Comment number " + i + " stands here."));
  }

  private void hold(String id, String text) {
    hold(TestSite.submission(id, "p-1", text));
  }

  private void hold(ObjectNode submission) {
    var status = site.submit(submission).expect(201).json().path("status").asText();
    assertThat(status).isEqualTo("held");
  }

  private String status(String comment) {
    return site.caller()
        .get(site.comment(comment))
        .expect(200)
        .json()
        .path("status")
        .asText();
  }

  private Moderation moderation() {
    return moderation(TestModerator.of(site));
  }

  private Moderation moderation(TestModerator moderator) {
    return moderation(
        moderator, new NewContextOptions().setViewportSize(1400, 900).setLocale("en"));
  }

  private Moderation moderation(TestModerator moderator, NewContextOptions options) {
    var moderation = Moderation.start(browser, moderator, options);
    people.add(moderation);
    return moderation;
  }

  @Test
  void a_queue_of_thirty_is_cleared_by_keyboard_alone() {
    hold(30);
    var anna = moderation();
    assertThat(anna.locate("#waiting")).hasText("30 comments wait");

    for (int i = 0; i < 30; i++) {
      switch (i % 3) {
        case 0 -> anna.pressAndGoOn("a");
        case 1 -> anna.pressAndGoOn("s");
        default -> {
          anna.page().keyboard().press("r");
          anna.pressAndGoOn("2");
        }
      }
    }

    assertThat(anna.locate("#nothing")).isVisible();
    assertThat(anna.rows()).hasCount(0);
    var statuses =
        IntStream.range(0, 30).mapToObj(i -> status("c-" + i)).sorted().toList();
    assertThat(statuses.subList(0, 10)).containsOnly("approved");
    assertThat(statuses.subList(10, 30)).containsOnly("rejected");
    assertThat(anna.complaints()).isEmpty();
  }

  @Test
  void a_reason_of_ones_own_rejects_and_never_approves() {
    hold(2);
    var anna = moderation();
    var first = anna.current().split("/")[1];

    anna.page().keyboard().press("r");
    anna.locate("#reject-why input").fill("Not about this post");
    anna.pressAndGoOn("Enter");

    assertThat(status(first)).isEqualTo("rejected");
    anna.open("/history");
    assertThat(anna.locate("table")).containsText("Not about this post");
  }

  @Test
  void what_was_decided_is_taken_back_with_one_key() {
    hold(3);
    var anna = moderation();
    var first = anna.current();
    anna.pressAndGoOn("a");
    assertThat(status(first.split("/")[1])).isEqualTo("approved");
    assertThat(anna.locate(".undo-bar")).containsText("Approved.");

    anna.page().keyboard().press("u");

    assertThat(anna.locate("#work")).hasAttribute("data-key", first);
    assertThat(anna.rows()).hasCount(3);
    assertThat(status(first.split("/")[1])).isEqualTo("held");
    assertThat(anna.complaints()).isEmpty();
  }

  @Test
  void a_selection_is_decided_together_and_taken_back_together() {
    hold(12);
    var anna = moderation();
    anna.page().keyboard().press("x");
    anna.rows()
        .nth(4)
        .locator(".pick")
        .click(new ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    assertThat(anna.locate("#selected")).hasText("5 selected");

    anna.locate("#bulk-bar .reject").first().click();
    assertThat(anna.locate("#dialog h2")).hasText("Decide 5 comments");
    anna.locate("#dialog .dialog-acts .reject").click();
    assertThat(anna.locate("#dialog h2")).hasText("5 comments decided");

    anna.locate("#dialog button[data-key=u]").click();
    assertThat(anna.locate("#waiting")).hasText("12 comments wait");
    assertThat(anna.complaints()).isEmpty();
  }

  @Test
  void all_of_a_filter_are_counted_and_sampled_before_they_are_decided() {
    IntStream.range(0, 8).forEach(i -> hold("w-" + i, "Everybody buys umbrellas in autumn " + i));
    hold(4);
    var anna = moderation();
    anna.open("/review?q=umbrellas");
    assertThat(anna.locate("#waiting")).hasText("8 comments wait");

    anna.page().keyboard().press("X");
    assertThat(anna.locate("#dialog h2")).hasText("Decide 8 comments");
    assertThat(anna.locate("#dialog .sample")).containsText("umbrellas");
    anna.locate("#dialog .dialog-acts .approve").click();

    assertThat(anna.locate("#dialog h2")).hasText("8 comments decided");
    anna.open("/review");
    assertThat(anna.locate("#waiting")).hasText("4 comments wait");
  }

  @Test
  void a_campaign_is_seen_decided_and_taken_back_as_one() {
    IntStream.range(0, 3).forEach(i -> hold("w-" + i, WAVE + i));
    hold(1);
    var anna = moderation();
    anna.open("/review?at=" + site.id() + "/w-2");

    anna.locate("#work .campaign button").click();
    assertThat(anna.locate("#dialog .counts")).containsText("3");
    assertThat(anna.locate("#dialog .sample li")).hasCount(3);
    anna.locate("#dialog select[name=days]").selectOption("1");
    anna.locate("#dialog .dialog-acts .reject").last().click();
    assertThat(anna.locate("#dialog h2")).hasText("3 comments decided");
    assertThat(status("w-0")).isEqualTo("rejected");
    assertThat(site.submit("w-3", "p-2", WAVE + 3).json().path("status").asText())
        .isEqualTo("rejected");

    anna.locate("#dialog button[data-key=u]").click();
    assertThat(anna.locate("#waiting")).hasText("5 comments wait");
    assertThat(status("w-0")).isEqualTo("held");
    assertThat(status("w-3")).isEqualTo("held");
    assertThat(anna.complaints()).isEmpty();
  }

  @Test
  void a_campaign_has_one_row_and_what_is_left_of_it_keeps_one() {
    IntStream.range(0, 4).forEach(i -> hold("w-" + i, WAVE + i));
    hold(2);
    var anna = moderation();
    var ben = moderation();
    anna.open("/review?order=age");
    ben.open("/review?order=age&at=" + site.id() + "/c-0");
    assertThat(anna.rows()).hasCount(3);
    assertThat(anna.locate("#waiting")).hasText("6 comments wait");
    assertThat(anna.rows().first()).containsText("×4");
    assertThat(anna.locate("#work")).hasAttribute("data-key", site.id() + "/w-0");

    anna.pressAndGoOn("a");
    assertThat(anna.rows()).hasCount(3);
    assertThat(anna.rows().first()).hasAttribute("data-key", site.id() + "/w-1");
    assertThat(anna.rows().first()).containsText("×3");
    assertThat(anna.locate("#waiting")).hasText("5 comments wait");
    assertThat(ben.rows().first()).hasClass(Pattern.compile("taken"));
    assertThat(ben.locate("#arrivals")).hasText("1 new comment");

    anna.page().keyboard().press("k");
    assertThat(anna.locate("#work")).hasAttribute("data-key", site.id() + "/w-1");
    anna.rows().first().locator(".rest").click();
    assertThat(anna.rows()).hasCount(3);
    assertThat(anna.locate("#waiting")).hasText("3 comments wait");
    assertThat(anna.complaints()).isEmpty();
    assertThat(ben.complaints()).isEmpty();
  }

  @Test
  void an_admin_erases_an_author_after_seeing_how_much_it_is() {
    for (var id : List.of("c-0", "c-1")) {
      var submission = TestSite.submission(id, "p-1", "A remark by somebody who leaves.");
      submission.set("author", Json.object("id", "u-1", "name", "Some Author"));
      hold(submission);
    }
    var admin = moderation(TestModerator.admin(service));
    admin.open("/review?at=" + site.id() + "/c-0");

    admin.page().keyboard().press("w");
    admin.locate("#dialog [hx-get*=erasure]").click();
    assertThat(admin.locate("#dialog")).containsText("2 comments");
    admin.locate("#dialog .dialog-acts .reject").click();

    assertThat(admin.locate("#dialog")).containsText("Nothing of this author is left here.");
    assertThat(status("c-1")).isEqualTo("withdrawn");
    assertThat(admin.complaints()).isEmpty();
  }

  @Test
  void of_two_who_race_one_decides_and_the_other_keeps_the_note() {
    hold(1);
    var anna = moderation();
    var ben = moderation();
    ben.open("/review?at=" + site.id() + "/c-0");
    ben.locate("#presence button").click(); // takes over
    assertThat(ben.locate("#presence button")).hasCount(0);
    anna.locate("#note").fill("Looked twice at this one");

    ben.locate("#act button[value=SPAM]").click();
    assertThat(ben.locate("#nothing")).isVisible();
    anna.locate("#act button[value=APPROVE]").click();

    assertThat(anna.locate(".comment .banner").first()).containsText("was faster");
    assertThat(anna.locate("#note")).hasValue("Looked twice at this one");
    assertThat(status("c-0")).isEqualTo("rejected");
  }

  @Test
  void what_another_decides_turns_grey_at_once_and_new_comments_are_counted() {
    hold(5);
    var anna = moderation();
    var ben = moderation();
    var row = "[data-key='" + ben.current() + "']";
    ben.pressAndGoOn("a");

    assertThat(anna.locate("#rows " + row)).hasClass(Pattern.compile(".*taken.*"));
    assertThat(anna.rows()).hasCount(5);
    hold("late", "This one comes late.");
    assertThat(anna.locate("#arrivals")).hasText("1 new comment");
    assertThat(anna.rows()).hasCount(5);
    anna.locate("#arrivals").click();
    assertThat(anna.rows()).hasCount(5);
    assertThat(anna.complaints()).isEmpty();
  }

  @Test
  void a_session_that_is_over_takes_nothing_away_that_was_typed() {
    hold(2);
    var moderator = TestModerator.of(site);
    var anna = moderation(moderator);
    var first = anna.current().split("/")[1];
    anna.locate("#note").fill("Half a thought");
    var cookies = anna.context().cookies();
    anna.context().clearCookies();

    anna.locate("#act button[value=APPROVE]").click();

    assertThat(anna.locate("#trouble a[href='/login']")).isVisible();
    assertThat(anna.locate("#note")).hasValue("Half a thought");
    assertThat(status(first)).isEqualTo("held");
    anna.context().addCookies(cookies.stream().map(ReviewPageIT::again).toList());
    anna.locate("#act button[value=APPROVE]").click();
    assertThat(anna.locate("#work")).not().hasAttribute("data-key", site.id() + "/" + first);
    assertThat(status(first)).isEqualTo("approved");
  }

  private static Cookie again(Cookie cookie) {
    cookie.partitionKey = null;
    return cookie;
  }

  @Test
  void sixty_hostile_comments_and_names_are_shown_as_text_and_run_nothing() {
    var hostile = HostileTexts.all();
    assertThat(hostile.size()).isGreaterThanOrEqualTo(60);
    for (int i = 0; i < hostile.size(); i++) {
      var text = hostile.get(i);
      var name = text.length() > 90 ? text.substring(0, 90) : text;
      var submission = TestSite.submission("h-" + i, "p-1", text);
      submission.set(
          "author", Json.object("id", "u-" + i, "name", name, "url", "javascript:alert(1)"));
      submission.set(
          "post", Json.object("id", "p-" + i, "title", name, "url", "javascript:alert(2)"));
      hold(submission);
    }
    var anna = moderation();

    for (int i = 0; i < hostile.size(); i++) {
      anna.open("/review?at=" + site.id() + "/h-" + i);
      assertThat(anna.locate(".text")).isVisible();
      var shown = anna.locate(".text").textContent();
      assertThat(visible(shown)).as(hostile.get(i)).isEqualTo(visible(named(hostile.get(i))));
      assertThat(anna.locate(".text *:not(mark):not(.hidden-mark)").count()).isZero();
    }
    anna.open("/history");
    anna.open("/dashboard");
    assertThat(anna.locate("a[href^='javascript:' i]").count()).isZero();
    assertThat(anna.complaints()).isEmpty();
    assertThat((Boolean) anna.page().evaluate("() => window.pwned === undefined"))
        .isTrue();
  }

  /** Browsers make one line end of each. */
  private static String visible(String text) {
    return text.replace("\r\n", "\n").replace("\r", "\n");
  }

  /** The unseen characters as the page names them. */
  private static String named(String text) {
    return HighlightedText.of(text);
  }

  @Test
  void no_page_has_a_fault_that_axe_finds_in_light_dark_and_contrast() {
    hold("insult", "You are an idiot and everybody knows it.");
    hold(3);
    var anna = moderation(TestModerator.admin(service));
    for (var theme : List.of("light", "dark", "contrast")) {
      for (var path : List.of(
          "/review?at=" + site.id() + "/insult",
          "/history",
          "/dashboard",
          "/account",
          "/admin/moderators")) {
        anna.open(path);
        anna.page().evaluate("theme => document.documentElement.dataset.theme = theme", theme);
        anna.page()
            .evaluate(
                "() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        var faults = new AxeBuilder(anna.page()).analyze().getViolations();
        assertThat(faults.stream().map(ReviewPageIT::told).toList())
            .as(theme + " " + path)
            .isEmpty();
      }
    }
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + node.getHtml())
            .toList();
  }

  @Test
  void a_phone_shows_the_queue_the_comment_and_the_acts_without_scrolling_sideways() {
    hold(3);
    var anna = moderation(
        TestModerator.of(site),
        new NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setLocale("de")
            .setColorScheme(ColorScheme.DARK));
    assertThat(anna.locate("#waiting")).hasText("3 Kommentare warten");
    var wide = (Integer) anna.page().evaluate("() => document.documentElement.scrollWidth");
    assertThat(wide).isLessThanOrEqualTo(390);
    var background =
        anna.page().evaluate("() => getComputedStyle(document.documentElement).backgroundColor");
    assertThat(background).isEqualTo("rgb(20, 25, 26)");

    anna.locate("#act button[value=APPROVE]").tap();

    assertThat(anna.locate("#waiting")).hasText("2 Kommentare warten");
  }

  @Test
  void the_keys_are_taught_found_by_name_and_rest_while_one_types() {
    hold(2);
    var anna = moderation();
    anna.page().keyboard().press("?");
    assertThat(anna.locate("#help-keys")).containsText("Approve");
    assertThat(anna.locate("#help-keys")).containsText("Undo");
    anna.page().keyboard().press("?");
    anna.page().keyboard().press("n");
    anna.page().keyboard().type("as a note");
    assertThat(anna.locate("#note")).hasValue("as a note");
    assertThat(anna.rows()).hasCount(2);
    anna.page().keyboard().press("Escape");

    anna.page().keyboard().press("Control+k");
    anna.page().keyboard().type("appr");
    var before = anna.current();
    anna.page().keyboard().press("Enter");

    assertThat(anna.locate("#work")).not().hasAttribute("data-key", before);
    assertThat(anna.rows()).hasCount(1);
  }

  @Test
  void german_words_fit_beside_the_comment() {
    hold(1);
    var anna = moderation(
        TestModerator.of(site),
        new NewContextOptions().setViewportSize(1400, 900).setLocale("de"));

    var beyond = anna.page().evaluate("""
            () => [...document.querySelectorAll('.rail *')].filter(each => each.checkVisibility())
              .filter(each => each.getBoundingClientRect().right > innerWidth + 1).map(each => each.textContent)
            """);

    assertThat((List<?>) beyond).isEmpty();
  }

  @Test
  void the_page_weighs_little() {
    hold(50);
    var anna = moderation();
    var weight = (Number)
        anna.page()
            .evaluate(
                "() => performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize || 0), 0)");

    assertThat(weight.intValue()).isLessThan(150_000);
  }
}
