package io.moderato.classify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;

/**
 * Which words some texts have, and how many new ones the latest of them brought when they came: what another text is to be held against. The
 * words are a set of bits, 32 KB however many there are; two may share one, so that of 10,000 known words every 26th new one looks known.
 */
public final class FamiliarWords {
  /** To which nothing is unfamiliar. */
  public static final FamiliarWords NONE = new FamiliarWords(new BitSet(), 1);

  private static final int BITS = 18;
  private static final int FEWEST_TO_TELL = 5;

  private final BitSet known;
  private final double usual;

  private FamiliarWords(BitSet known, double usual) {
    this.known = known;
    this.usual = usual;
  }

  /** Whether more of its words are new than usual; false for a text of fewer than five that say what it is about. */
  public boolean areUnfamiliarIn(WordHashes text) {
    int[] words = text.content();
    return words.length >= FEWEST_TO_TELL && newShare(known, words) > usual;
  }

  private static double newShare(BitSet known, int[] words) {
    return (double) Arrays.stream(words).filter(word -> !known.get(bit(word))).count()
        / words.length;
  }

  private static int bit(int word) {
    return word >>> (Integer.SIZE - BITS);
  }

  /** From which {@link #read} makes the same. */
  public String text() {
    byte[] bits = known.toByteArray();
    var bytes = ByteBuffer.allocate(Double.BYTES + bits.length).putDouble(usual).put(bits);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** @throws IllegalArgumentException for what {@link #text} never gives */
  public static FamiliarWords read(String text) {
    var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    if (bytes.remaining() < Double.BYTES) {
      throw new IllegalArgumentException("no words");
    }
    double usual = bytes.getDouble();
    return new FamiliarWords(BitSet.valueOf(bytes), usual);
  }

  /** Takes the texts in, the latest first. */
  public static final class Collector {
    /** Of so many of the latest texts it counts how new they were. */
    private static final int LATEST = 50;

    /** Of these. */
    private static final double MOST = 0.9;

    /** Less is never unfamiliar. */
    private static final double LEAST_NEW = 0.2;

    private final BitSet earlier = new BitSet();
    private final List<int[]> latest = new ArrayList<>();

    /** The next older text. */
    public void add(WordHashes text) {
      if (latest.size() < LATEST) {
        latest.add(text.content());
      } else {
        addEarlier(text);
      }
    }

    /** A text of which it is not known when it came. */
    public void addEarlier(WordHashes text) {
      add(earlier, text.content());
    }

    private static void add(BitSet known, int[] words) {
      for (int word : words) {
        known.set(bit(word));
      }
    }

    /** What is familiar, and as usual what nine of ten of the latest texts do not exceed. */
    public FamiliarWords familiar() {
      double[] shares = latest.stream()
          .filter(words -> words.length >= FEWEST_TO_TELL)
          .mapToDouble(words -> newShare(earlier, words))
          .sorted()
          .toArray();
      if (shares.length == 0) {
        return NONE;
      }
      var all = (BitSet) earlier.clone();
      latest.forEach(words -> add(all, words));
      double usual = shares[(int) (MOST * (shares.length - 1))];
      return new FamiliarWords(all, Math.max(LEAST_NEW, usual));
    }
  }
}
