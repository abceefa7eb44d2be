package io.moderato.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LongIntsTest {
  @Test
  void counts_as_a_map_does_whatever_is_added_and_removed() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var counts = new LongInts();
    var expected = new HashMap<Long, Integer>();

    for (int i = 0; i < 200_000; i++) {
      long key = random.nextInt(i < 100_000 ? 5000 : 50);
      int more = random.nextInt(3) - 1;
      counts.add(key, more);
      expected.merge(key, more, Integer::sum);
    }
    expected.values().removeIf(count -> count == 0);

    var keys = new HashSet<Long>();
    counts.forEachKey(keys::add);
    assertThat(keys).as("seed %d", seed).isEqualTo(expected.keySet());
    assertThat(counts.size()).isEqualTo(expected.size());
    expected.forEach((key, count) -> assertThat(counts.get(key)).isEqualTo(count));
  }
}
