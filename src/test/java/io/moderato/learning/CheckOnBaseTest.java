package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.classify.Models;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.policy.Presets;
import io.moderato.training.ChallengeComment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckOnBaseTest {
  private static final List<ChallengeComment> COMMENTS = List.of(
      of("calm", null),
      of("calm again", null),
      of("cialis for all", Label.SPAM),
      of("cialis and violets", Label.SPAM),
      of("violets are stupid", Label.INSULT));

  private final OpenNlpClassifier base =
      new OpenNlpClassifier(Models.serving(Models.knowing(Label.SPAM, -3, Map.of("cialis", 48.0))));

  @Test
  void what_the_site_s_model_holds_and_spares_is_counted_beside_the_base_model() {
    assertThat(check(-2, Map.of("again", 40.0, "violets", -40.0)))
        .isEqualTo(new BaseCheck(2, 1, 0, 2, 1, 0));
  }

  @Test
  void what_is_rude_is_left_to_each_site() {
    var check = check(-9, Map.of());

    assertThat(check.calm()).isEqualTo(2);
    assertThat(check.bad()).isEqualTo(2);
  }

  @Test
  void it_may_hold_five_percent_more_calm_ones_and_show_ten_percent_more_bad_ones() {
    assertThat(new BaseCheck(100, 7, 2, 100, 13, 3).isPassed()).isTrue();
    assertThat(new BaseCheck(100, 8, 2, 100, 13, 3).isPassed()).isFalse();
    assertThat(new BaseCheck(100, 7, 2, 100, 14, 3).isPassed()).isFalse();
  }

  @Test
  void with_what_is_shipped_who_holds_all_fails_and_who_says_nothing_passes() {
    var shipped = CheckOnBase.shipped(base::with);

    var all = shipped.check(Models.knowing(Label.SITE, 5, Map.of()), Presets.defaultPolicy());
    var none = shipped.check(Models.knowing(Label.SITE, -1, Map.of()), Presets.defaultPolicy());

    assertThat(all.calmHeld()).isEqualTo(all.calm()).isGreaterThan(500);
    assertThat(all.bad()).isGreaterThan(100);
    assertThat(all.isPassed()).isFalse();
    assertThat(none.isPassed()).isTrue();
  }

  private BaseCheck check(double bias, Map<String, Double> words) {
    return new CheckOnBase(COMMENTS, base::with)
        .check(Models.knowing(Label.SITE, bias, words), Presets.defaultPolicy());
  }

  private static ChallengeComment of(String text, @Nullable Label expected) {
    return new ChallengeComment(text, "any", text, expected, null, text);
  }
}
