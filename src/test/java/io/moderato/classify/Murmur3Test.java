package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Against published test vectors of MurmurHash3_x86_32. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Murmur3Test {
  @Test
  void hashes_blocks_as_published() {
    assertThat(hash(0, 0x87654321)).isEqualTo(0xF55B516B);
    assertThat(hash(0x5082EDEE, 0x87654321)).isEqualTo(0x2362F9DE);
    assertThat(hash(0, 0)).isEqualTo(0x2362F9DE);
    assertThat(hash(0, 0xFFFFFFFF)).isEqualTo(0x76293B50);
  }

  @Test
  void hashes_nothing_as_published() {
    assertThat(Murmur3.hash(0, "")).isZero();
    assertThat(Murmur3.hash(1, "")).isEqualTo(0x514E28B7);
    assertThat(Murmur3.hash(0xFFFFFFFF, "")).isEqualTo(0x81F16F39);
  }

  private static int hash(int seed, int block) {
    return Murmur3.finish(Murmur3.step(seed, Murmur3.scramble(block)), 1);
  }
}
