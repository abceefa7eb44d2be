package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.FoldedWords;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObfuscationTest {
  private static final String TEXT =
      "You should order those wonderful garden chairs before the winter sale closes";

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRETCHED") // may leave a letter doubled
  void folding_undoes_it(Obfuscation kind) {
    for (int seed = 0; seed < 20; seed++) {
      String dressed = kind.of(TEXT, seed);

      assertThat(dressed).isEqualTo(kind.of(TEXT, seed));
      assertThat(FoldedWords.of(dressed, kind.format()).text())
          .isEqualTo(TEXT.toLowerCase(Locale.ROOT));
    }
  }
}
