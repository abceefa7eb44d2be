package io.moderato.classify;

import java.util.Arrays;
import java.util.List;

/** Collects the {@link WordHashes} of one folded text whose tokens are hashed. */
final class WordHashCollector {
  private final FoldedText text;
  private int[] all;
  private int allCount;
  private int[] content;
  private int contentCount;
  private long identity;

  WordHashCollector(FoldedText text) {
    this.text = text;
    this.all = new int[text.tokenCount];
    this.content = new int[text.tokenCount];
  }

  WordHashes collect(List<LinkSpan> links) {
    for (int token = 0; token < text.tokenCount; token++) {
      if (text.tokenKinds[token] == FoldedText.WORD) {
        addToken(text.tokenHashes[token], text.tokenBegins[token], text.tokenEnds[token]);
      }
    }
    for (var link : links) {
      identity = mixed(identity ^ link.link().target().hashCode());
    }
    return WordHashes.of(
        identity,
        Arrays.copyOf(all, allCount),
        Arrays.copyOf(content, contentCount),
        !links.isEmpty());
  }

  private void addToken(int hash, int begin, int end) {
    identity = mixed(identity ^ hash);
    if (isUnspaced(text.text.chars[begin]) && end - begin > 2) {
      for (int i = begin; i < end - 1; i++) {
        addWord(CommentFeatures.tokenHash(text.text.chars, i, i + 2), true);
      }
    } else {
      addWord(hash, !isNumber(begin, end) && !StopWords.contain(hash));
    }
  }

  private void addWord(int hash, boolean isContent) {
    if (allCount == all.length) {
      all = Arrays.copyOf(all, 2 * allCount);
    }
    all[allCount++] = hash;
    if (isContent) {
      if (contentCount == content.length) {
        content = Arrays.copyOf(content, 2 * contentCount);
      }
      content[contentCount++] = hash;
    }
  }

  /** Begins with a digit: amounts, dates, and numbers with a unit. */
  private boolean isNumber(int begin, int end) {
    return end > begin && Character.isDigit(text.text.chars[begin]);
  }

  /** Thai, Lao, Burmese, Khmer, kana, ideographs. */
  private static boolean isUnspaced(char unit) {
    return unit >= 0x0E00
        && (unit <= 0x0EFF
            || unit >= 0x1000 && unit <= 0x109F
            || unit >= 0x1780 && unit <= 0x17FF
            || unit >= 0x2E80 && unit <= 0x9FFF
            || Character.isSurrogate(unit));
  }

  /** The finisher of MurmurHash3_x64 (Austin Appleby, public domain), of what is not 0 before. */
  private static long mixed(long value) {
    long hash = value + 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
