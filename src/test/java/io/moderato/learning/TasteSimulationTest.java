package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.learning.TasteSimulation.Script;
import io.moderato.learning.TasteSimulation.Window;
import io.moderato.training.PublicData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Sites of their own taste on public data: the tables and the plot of docs/learning.md, also written to {@code target/learning.*}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TasteSimulationTest {
  private static final int WINDOW = 500;
  private static final String ALL = "learning.all";
  private static final String WHY = "each takes minutes; -Dlearning.all=true runs them, too";
  private static final Map<String, List<Window>> MEASURED = new LinkedHashMap<>();

  @BeforeAll
  static void data_sets_are_there() {
    assumeTrue(
        Files.isDirectory(PublicData.folder()),
        "skipped: the public data sets are not in " + PublicData.folder());
  }

  @AfterAll
  static void write() throws IOException {
    if (!MEASURED.isEmpty()) {
      Files.writeString(Path.of("target", "learning.md"), LearningCurves.table(MEASURED));
      Files.writeString(Path.of("target", "learning.svg"), LearningCurves.plot(MEASURED));
    }
  }

  @Test
  void swearing_but_no_links_is_learnt() {
    var windows = run("swearing, no links", ScriptedSite.swearingButNoLinks(), Script.HONEST);

    assertThat(gone(windows.subList(2, 4))).isGreaterThan(1.0 / 3);
    assertThat(gone(windows.subList(windows.size() - 2, windows.size()))).isGreaterThan(0.5);
    assertThat(windows).allSatisfy(TasteSimulationTest::hardlyRejectsGoodOnes);
  }

  @Test
  @EnabledIfSystemProperty(named = ALL, matches = "true", disabledReason = WHY)
  void slips_do_not_break_it() {
    var windows =
        run("the same, 10 % slips", ScriptedSite.swearingButNoLinks(), TasteSimulation.slipping());

    assertThat(gone(windows.subList(2, 4))).isGreaterThan(1.0 / 3);
    assertThat(windows).allSatisfy(TasteSimulationTest::hardlyRejectsGoodOnes);
  }

  @Test
  @EnabledIfSystemProperty(named = ALL, matches = "true", disabledReason = WHY)
  void a_hostile_account_does_not_break_it_and_is_named() {
    var simulation = new TasteSimulation();
    var windows = simulation.run(
        ScriptedSite.swearingButNoLinks(), TasteSimulation.withHostileAccount(), WINDOW);
    MEASURED.put("the same, a hostile account", windows);

    assertThat(gone(windows.subList(2, 4))).isGreaterThan(1.0 / 3);
    assertThat(windows).allSatisfy(TasteSimulationTest::hardlyRejectsGoodOnes);
    assertThat(simulation.learning().accounts())
        .filteredOn(Account::isDoubtful)
        .extracting(Account::name)
        .containsExactly("moderator:mallory");
  }

  @Test
  @EnabledIfSystemProperty(named = ALL, matches = "true", disabledReason = WHY)
  void what_can_hardly_be_learnt_does_no_harm() {
    var windows = run("no condescension", ScriptedSite.noCondescension(), Script.HONEST);

    assertThat(gone(windows)).isGreaterThan(-0.05);
    assertThat(windows).allSatisfy(TasteSimulationTest::hardlyRejectsGoodOnes);
  }

  private static List<Window> run(String name, ScriptedSite site, Script script) {
    var windows = new TasteSimulation().run(site, script, WINDOW);
    MEASURED.put(name, windows);
    return windows;
  }

  private static void hardlyRejectsGoodOnes(Window window) {
    assertThat(window.goodRejected()).isLessThanOrEqualTo(window.good() / 100);
  }

  /** Share of the base model's errors. */
  private static double gone(List<Window> windows) {
    return 1 - sum(windows, Window::errors) / (double) sum(windows, Window::baseErrors);
  }

  private static int sum(List<Window> windows, ToIntFunction<Window> count) {
    return windows.stream().mapToInt(count).sum();
  }
}
