package io.moderato.classify;

/**
 * MurmurHash3_x86_32 (Austin Appleby, public domain) over 32-bit blocks: each UTF-16 code unit, or each number, is one block.
 * The features of training and of serving are the same because this function is.
 */
final class Murmur3 {
  private static final int C1 = 0xcc9e2d51;
  private static final int C2 = 0x1b873593;

  private Murmur3() {}

  /** A block, scrambled: the half of a step that does not depend on what came before. */
  static int scramble(int block) {
    return Integer.rotateLeft(block * C1, 15) * C2;
  }

  /** The state after one more block. A state starts as the seed. */
  static int step(int state, int scrambled) {
    return Integer.rotateLeft(state ^ scrambled, 13) * 5 + 0xe6546b64;
  }

  /** The hash of what a state has seen. */
  static int finish(int state, int blocks) {
    int hash = state ^ (blocks << 2); // the algorithm counts bytes
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  /** The hash of a string, a block for each code unit. */
  static int hash(int seed, CharSequence text) {
    int state = seed;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, scramble(text.charAt(i)));
    }
    return finish(state, text.length());
  }
}
