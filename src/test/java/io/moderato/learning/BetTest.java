package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BetTest {
  @Test
  void a_gain_makes_him_richer_by_the_shares_he_staked() {
    assertThat(Bet.NEW.evidence()).isEqualTo(1);
    assertThat(Bet.NEW.and(1).evidence()).isEqualTo((1.2 + 1.5 + 1.9) / 3, within(1e-12));
    assertThat(Bet.NEW.and(-1).and(-1).evidence()).isLessThan(1);
  }

  @Test
  void one_that_is_better_is_found_out_soon() {
    var bet = Bet.NEW;
    for (int i = 0; i < 100; i++) {
      bet = bet.and(i % 10 == 0 ? 1 : 0);
    }

    assertThat(bet.evidence()).isGreaterThan(Bet.ENOUGH);
  }

  @Test
  void one_that_is_no_better_hardly_ever_wins_though_one_looks_after_each_decision() {
    int won = 0;
    for (int trial = 0; trial < 400; trial++) {
      var random = new Random(trial);
      var bet = Bet.NEW;
      boolean found = false;
      for (int i = 0; i < 500; i++) {
        bet = bet.and(random.nextInt(3) - 1);
        found |= bet.evidence() >= Bet.ENOUGH;
      }
      won += found ? 1 : 0;
    }

    assertThat(won).isLessThanOrEqualTo(20); // one of twenty
  }
}
