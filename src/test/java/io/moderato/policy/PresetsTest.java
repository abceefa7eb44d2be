package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.signals.Edit;
import io.moderato.signals.SomeSignals;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void a_preset_bears_the_name_that_it_is_asked_for_by_and_has_nothing_odd(String name) {
    var preset = Presets.named(name).orElseThrow();

    assertThat(preset.name()).isEqualTo(name);
    assertThat(preset.source().description()).isNotBlank();
    assertThat(preset.warnings()).isEmpty();
    assertThat(Presets.withId(name + "@1")).containsSame(preset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void what_nothing_is_known_of_passes(String name) {
    var nothing = SomeSignals.of(Map.of());

    assertThat(Presets.named(name).orElseThrow().decide(nothing).verdict())
        .isEqualTo(Verdict.APPROVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void an_edit_of_what_a_person_rejected_waits(String name) {
    var edit = SomeSignals.of(new Edit(true, false, true, 0, 0.1));

    assertThat(Presets.named(name).orElseThrow().decide(edit).verdict()).isEqualTo(Verdict.HOLD);
  }

  @Test
  void what_is_no_preset_is_not_found() {
    assertThat(Presets.named("forum")).isEmpty();
    assertThat(Presets.withId("blog@2")).isEmpty();
    assertThat(Presets.withId("blog")).isEmpty();
  }
}
