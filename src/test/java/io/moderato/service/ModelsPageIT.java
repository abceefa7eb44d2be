package io.moderato.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import io.moderato.learning.LearntSite;
import io.moderato.site.SiteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admins see of a site's learning, and how they go back, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelsPageIT extends PagesInBrowser {
  private TestSite site;

  @BeforeEach
  void enter() {
    site = service.newSite();
  }

  private Moderation open(TestModerator moderator, int width) {
    var options = new NewContextOptions().setViewportSize(width, 900).setLocale("en");
    var moderation = Moderation.start(browser, moderator, options);
    people.add(moderation);
    moderation.open("/models?site=" + site.id());
    return moderation;
  }

  @Test
  void each_plot_is_drawn_and_has_its_table() {
    learnt(620);
    var ada = open(TestModerator.admin(service), 1400);

    assertThat(ada.locate(".state")).containsText("scores beside the base model");
    assertThat(ada.locate(".figure .plot canvas")).hasCount(3);
    var plots = ada.locate(".figure .plot").count();
    assertThat(plots).isGreaterThanOrEqualTo(6);
    for (int i = 0; i < plots; i++) {
      var figure = ada.locate(".figure:has(.plot)").nth(i);
      figure.locator("summary").click();
      assertThat(figure.locator("tbody tr").first()).isVisible();
    }
    assertThat(ada.locate(".notice"))
        .containsText(new String[] {"can’t take over", "unlike", "one account"});
    assertThat(ada.complaints()).isEmpty();
  }

  @Test
  void the_former_model_serves_again_with_one_act() {
    learnt(40);
    var ada = open(TestModerator.admin(service), 1400);
    var champion = ada.locate("tr:has(th[scope=row]:text-is('Champion'))");
    assertThat(champion).containsText(site.id() + "@2");

    ada.locate("form[action='/models/rollback'] button").click();

    assertThat(champion).containsText(site.id() + "@1");
    assertThat(champion).containsText("Holds 12 of 596 calm ones");
    ada.locate("form[action='/models/rollback'] button").click();
    assertThat(champion).containsText(site.id() + "@2");
    assertThat(ada.complaints()).isEmpty();
  }

  @Test
  void one_account_is_taken_out_with_one_act_and_can_be_heard_again() {
    learnt(40);
    var ada = open(TestModerator.admin(service), 1400);
    var ben = ada.locate("tr:has(input[name=account][value='moderator:ben'])");
    assertThat(ben).containsText("doubtful");

    ben.locator("button").click();

    assertThat(ben.locator("button")).hasText("Learn from it again");
    assertThat(ada.locate("form[action='/models/hear']")).hasCount(2);
  }

  @Test
  void a_file_of_examples_is_taken_in_piece_by_piece_and_what_is_wrong_is_said(@TempDir Path folder)
      throws IOException {
    var ada = open(TestModerator.admin(service), 1400);
    var whole = Files.writeString(folder.resolve("whole.ndjson"), examples(1203));
    var broken = Files.writeString(folder.resolve("broken.ndjson"), examples(602) + "no example");

    takeIn(ada, whole);
    assertThat(ada.locate("#take-in [role=status]"))
        .hasText("1203 examples were taken in. The site learns from them soon.");
    takeIn(ada, broken);
    assertThat(ada.locate("#take-in [role=status]"))
        .hasText(Pattern.compile("Line 603: .+ 500 examples before it were taken in\\."));

    var given = ada.page().waitForDownload(() -> ada.locate("a[download]").click());
    assertThat(Files.readAllLines(given.path())).hasSize(1203);
    assertThat(ada.complaints()).isEmpty();
  }

  private static void takeIn(Moderation ada, Path file) {
    ada.locate("#take-in input[type=file]").setInputFiles(file);
    ada.locate("#take-in button").click();
  }

  private static String examples(int count) {
    return IntStream.range(0, count).mapToObj("""
            {"kind":"suggestion","suggestion":{"id":"%1$064x","text":"Rose number %1$d wants compost.",\
            "labels":{},"others":{"LIKELY_TO_REJECT":0},"by":"key:k1","at":"2026-11-22T10:00:00Z","expiresAt":null}}
            """::formatted).collect(Collectors.joining());
  }

  @Test
  void who_is_no_admin_does_not_see_it() {
    learnt(40);
    var anna = open(TestModerator.of(site), 1400);

    assertThat(anna.locate(".tiles")).hasCount(0);
    assertThat(anna.locate("a[href^='/models']")).hasCount(0);
  }

  @Test
  void it_has_no_fault_that_axe_finds_and_a_phone_does_not_scroll_sideways() {
    learnt(40);
    var ada = open(TestModerator.admin(service), 390);
    for (var theme : List.of("light", "dark", "contrast")) {
      ada.page().evaluate("theme => document.documentElement.dataset.theme = theme", theme);
      assertThat(new AxeBuilder(ada.page())
              .analyze().getViolations().stream()
                  .map(rule -> rule.getId() + rule.getNodes())
                  .toList())
          .as(theme)
          .isEmpty();
    }
    assertThat((Integer) ada.page().evaluate("() => document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
  }

  private void learnt(int decisions) {
    LearntSite.store(service.store(), new SiteId(site.id()), decisions);
  }
}
