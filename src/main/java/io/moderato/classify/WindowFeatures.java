package io.moderato.classify;

import java.util.Arrays;
import java.util.List;

/**
 * A text's features in the order of the tokens that own them, each with the token at which its bucket was last begun before: so
 * that one comparison tells whether it is the first of its bucket in a window. A reusable scratch pad: one for each thread.
 */
final class WindowFeatures {
  private static final int NEVER = -1;
  private static final int MOST_COUNTED = 1 << 30;

  /** By bucket, the last token that began it, counted on from text to text. */
  private final int[] last = new int[CommentFeatures.BUCKETS];

  private int[] buckets = new int[0];
  private long[] rows = new long[0];
  private int[] begins = new int[0];
  private int[] earlier = new int[0];
  private int[] firsts = new int[1];
  private int count;
  private int tokens;

  /** What the text's first token counts as in {@link #last}. */
  private int origin = 1;

  private List<LinkSpan> links = List.of();
  private int[] linkTokens = new int[0];

  /** Reads the features of a text, and the weights that a model gives them. */
  void read(HashedLinearModel model, CommentFeatures text) {
    forget();
    tokens = text.folded().tokenCount;
    links = text.links();
    linkTokens = new int[links.size()];
    for (int link = 0; link < linkTokens.length; link++) {
      linkTokens[link] = Math.min(text.firstTokenOfLink(link), tokens - 1);
    }
    makeRoom(text.count());
    int own = 0;
    int ofLinks = text.tokenFeatures();
    for (int token = 0; token < tokens; token++) {
      firsts[token] = count;
      while (own < text.tokenFeatures() && (text.owner(own) & ~CommentFeatures.PAIR) == token) {
        add(text.occurrence(own), token == text.owner(own) ? token : token - 1);
        own++;
      }
      while (ofLinks < text.count() && isOfLinkUpTo(text.owner(ofLinks), token)) {
        add(text.occurrence(ofLinks), token);
        ofLinks++;
      }
    }
    firsts[tokens] = count;
    for (int i = 0; i < count; i++) {
      rows[i] = model.row(buckets[i]);
    }
  }

  private void forget() {
    count = 0;
    origin += tokens;
    if (origin > MOST_COUNTED) {
      Arrays.fill(last, 0);
      origin = 1;
    }
  }

  int tokens() {
    return tokens;
  }

  /** The first feature of a token; how many features there are if there is no such token. */
  int firstOf(int token) {
    return firsts[Math.min(token, tokens)];
  }

  /** The weights of a feature. */
  long row(int index) {
    return rows[index];
  }

  /**
   * 1 if a feature lies in a window that begins at a token and holds its owner, and none of its bucket does before; else 0. Told by
   * the signs of two differences, because nobody could predict a branch.
   */
  int newIn(int begin, int index) {
    return ((earlier[index] - begin) & ~(begins[index] - begin)) >>> (Integer.SIZE - 1);
  }

  /** Whether any link begins at one of the tokens, the last exclusive. */
  boolean hasLinks(int begin, int end) {
    int first = firstLinkFrom(begin);
    return first < linkTokens.length && linkTokens[first] < end;
  }

  /** The links that begin at one of the tokens, the last exclusive. */
  List<LinkSpan> links(int begin, int end) {
    return links.subList(firstLinkFrom(begin), firstLinkFrom(end));
  }

  private int firstLinkFrom(int token) {
    if (linkTokens.length == 0) {
      return 0;
    }
    int low = 0;
    int high = linkTokens.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (linkTokens[middle] < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isOfLinkUpTo(int owner, int token) {
    return owner != CommentFeatures.WHOLE && linkTokens[owner & ~CommentFeatures.LINK] <= token;
  }

  private void add(int bucket, int begin) {
    buckets[count] = bucket;
    begins[count] = begin;
    earlier[count] = Math.max(last[bucket] - origin, NEVER);
    last[bucket] = Math.max(last[bucket], begin + origin);
    count++;
  }

  private void makeRoom(int features) {
    if (buckets.length < features) {
      buckets = new int[features];
      rows = new long[features];
      begins = new int[features];
      earlier = new int[features];
    }
    if (firsts.length <= tokens) {
      firsts = Arrays.copyOf(firsts, Math.max(tokens + 1, 2 * firsts.length));
    }
  }
}
