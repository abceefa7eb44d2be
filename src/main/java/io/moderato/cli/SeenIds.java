package io.moderato.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Remembers which ids were seen, and with which content; some 20 bytes for each, so that millions fit. Knows ids by 64 bits of SHA-256. */
final class SeenIds {
  private static final double FULLEST = 0.6;

  private long[] keys = new long[1 << 12];
  private int[] contents = new int[1 << 12];
  private int size;

  enum Seen {
    NEVER,
    SAME,
    OTHER
  }

  boolean contains(String id) {
    return keys[slot(hash(id))] != 0;
  }

  /** What was known of the id; if nothing was, it is from now on. */
  Seen see(String id, String content) {
    var key = hash(id);
    var contentHash = (int) hash(content);
    int slot = slot(key);
    if (keys[slot] != 0) {
      return contents[slot] == contentHash ? Seen.SAME : Seen.OTHER;
    }
    keys[slot] = key;
    contents[slot] = contentHash;
    size++;
    if (size > keys.length * FULLEST) {
      grow();
    }
    return Seen.NEVER;
  }

  private int slot(long key) {
    int slot = (int) (key >>> 20) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldContents = contents;
    keys = new long[oldKeys.length * 2];
    contents = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        contents[slot] = oldContents[i];
      }
    }
  }

  /** Never 0. */
  private static long hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hash =
          ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
      return hash == 0 ? 1 : hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
