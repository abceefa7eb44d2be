package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PackedRowsTest {
  @Test
  void sums_are_those_of_the_bytes() {
    var random = new Random(1);
    long even = 0;
    long odd = 0;
    int[] expected = new int[PackedRows.LABELS];
    for (int i = 0; i < PackedRows.MOST; i++) {
      long row = random.nextLong();
      even += PackedRows.even(row);
      odd += PackedRows.odd(row);
      for (int label = 0; label < expected.length; label++) {
        expected[label] += PackedRows.weight(row, label);
      }
    }

    int[] sums = new int[PackedRows.LABELS];
    PackedRows.unpack(even, odd, PackedRows.MOST, sums, 0, sums.length);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void no_lane_overflows_at_either_end() {
    for (byte weight : new byte[] {Byte.MIN_VALUE, Byte.MAX_VALUE}) {
      long row = (weight & 0xFFL) * 0x0101010101010101L;
      int[] sums = new int[2 + PackedRows.LABELS];

      PackedRows.unpack(
          PackedRows.MOST * PackedRows.even(row),
          PackedRows.MOST * PackedRows.odd(row),
          PackedRows.MOST,
          sums,
          2,
          PackedRows.LABELS);

      int[] expected = new int[sums.length];
      Arrays.fill(expected, 2, expected.length, PackedRows.MOST * weight);
      assertThat(sums).isEqualTo(expected);
    }
  }
}
