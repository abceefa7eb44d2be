package io.moderato.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteTest {
  @Test
  void without_languages_expects_any() {
    assertThat(writingIn().expects("de")).isTrue();
  }

  @Test
  void expects_its_languages_whatever_their_region() {
    var site = writingIn("pt-BR", "EN");

    assertThat(site.expects("pt")).isTrue();
    assertThat(site.expects("en-GB")).isTrue();
    assertThat(site.expects("de")).isFalse();
  }

  @Test
  void expects_what_could_not_be_told() {
    assertThat(writingIn("en").expects("und")).isTrue();
  }

  private static Site writingIn(String... languages) {
    return new Site(
        new SiteId("blog"),
        "Blog",
        null,
        List.of(languages),
        null,
        Privacy.DEFAULT,
        DoorSettings.DEFAULT,
        List.of(),
        List.of(),
        DrawRates.NONE,
        ActivationRequirements.NONE,
        List.of(),
        List.of(),
        List.of(),
        Instant.EPOCH,
        1);
  }
}
