package io.moderato.recent;

/** Finishers of MurmurHash3 (Austin Appleby, public domain): each bit of the input moves every bit of the output. */
final class Hashes {
  private Hashes() {}

  static int mixed(int value) {
    int hash = (value ^ (value >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  static long mixed(long value) {
    long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  /** Of any text; never 0. */
  static long of(long seed, String text) {
    long hash = mixed(seed);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L; // FNV-1a, by code units
    }
    long mixed = mixed(hash);
    return mixed == 0 ? 1 : mixed;
  }
}
