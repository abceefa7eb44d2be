package io.moderato.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysTest {
  private static final Pattern BUTTON =
      Pattern.compile("data-name=\"(\\w+)\"[^>]*? data-key=\"([^\"$]+)\"");

  @Test
  void the_pages_bear_the_keys_that_are_told_of() throws IOException {
    var onPages = new TreeMap<String, String>();
    try (var files = Files.walk(Path.of("src/main/jte/review"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        BUTTON
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> onPages.put(found.group(1), found.group(2)));
      }
    }

    assertThat(onPages).isEqualTo(new TreeMap<>(Keys.defaults()));
  }

  @Test
  void two_acts_may_change_places_but_not_share_a_key() {
    assertThat(Keys.areUsable(Map.of())).isTrue();
    assertThat(Keys.areUsable(Map.of("approve", "s", "spam", "a"))).isTrue();
    assertThat(Keys.areUsable(Map.of("approve", "s"))).isFalse();
    assertThat(Keys.areUsable(Map.of("approve", "g"))).isFalse();
    assertThat(Keys.areUsable(Map.of("approve", "?"))).isFalse();
    assertThat(Keys.areUsable(Map.of("approve", "ab"))).isFalse();
    assertThat(Keys.areUsable(Map.of("approve", " "))).isFalse();
    assertThat(Keys.areUsable(Map.of("fly", "f"))).isFalse();
  }
}
