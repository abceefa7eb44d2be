package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The hashed features of one text: read, folded, cut into tokens, and hashed into {@link #BUCKETS} buckets. Training and
 * serving use this class, so that they cannot differ.
 *
 * <p>Features are single tokens, pairs of neighbouring tokens, the runs of 2 to 5 code units inside each word between marks of
 * its begin and end, the names and words in a link's target, and the {@link Trait}s of the whole. Each is the
 * {@link Murmur3} hash of its code units (for a pair: of its two hashes) with a seed of its kind; the upper 18 bits (of a
 * single token: 17) are its bucket. Single tokens have buckets of their own, behind those of all other features: what training knows of a word
 * (its {@code WordVectors}) must not touch the parts of other words. A feature is present or not; how often does not matter (Wang and Manning, "Baselines and bigrams", 2012).
 *
 * <p>An instance is a reusable scratch pad that each extraction overwrites: one for each thread.
 */
public final class CommentFeatures {
  /** Raise it when the same text gets other buckets than before: older models are then refused. */
  public static final int VERSION = 2;

  /** How many buckets there are. */
  public static final int BUCKETS = (1 << 18) + (1 << 17);

  /** Owner of a feature that no place in the text owns. */
  static final int WHOLE = -1;

  /** Flag of an owner that is a token and the one before it. */
  static final int PAIR = 1 << 30;

  /** Flag of an owner that is a link. */
  static final int LINK = 1 << 29;

  private static final int SHIFT = 32 - 18;
  private static final int FIRST_TOKEN = 1 << 18;
  private static final int TOKEN_SHIFT = 32 - 17;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private static final int TOKEN_SEED = 0x70c3;
  private static final int PAIR_SEED = 0xb16a;
  private static final int PART_SEED = 0xc4a7;
  private static final int LINK_SEED = 0x114c;
  private static final int BEGIN_MARK = Murmur3.scramble('<');
  private static final int END_MARK = Murmur3.scramble('>');

  private final TextFolder folder = new TextFolder();
  private final FoldedText folded = new FoldedText();
  private final long[] present = new long[BUCKETS / Long.SIZE];
  private ReadText read = ReadText.of("", TextFormat.TEXT);
  private List<LinkSpan> links = List.of();
  private int[] distinct = new int[4096];
  private int distinctCount;
  private int[] occurrences = new int[4096];
  private int[] owners = new int[4096];
  private int count;
  private int tokenFeatures;
  private int[] scrambled = new int[64];

  /** Extracts the features of any text. */
  public void extract(String sent, TextFormat format) {
    extract(ReadText.of(sent, format));
  }

  /** Extracts the features of a text that is already read. */
  public void extract(ReadText text) {
    clear();
    read = text;
    links = text.links();
    folder.fold(text, folded);
    int previous = 0;
    for (int token = 0; token < folded.tokenCount; token++) {
      int begin = folded.tokenBegins[token];
      int end = folded.tokenEnds[token];
      makeRoom((end - begin + 2) * (LONGEST - SHORTEST + 1) + 2);
      int hash = addToken(token, begin, end);
      folded.tokenHashes[token] = hash;
      if (token > 0) {
        add(pair(previous, hash), PAIR | token);
      }
      previous = hash;
    }
    tokenFeatures = count;
    for (int link = 0; link < links.size(); link++) {
      if (links.get(link).kind() != LinkSpan.Kind.EMAIL) {
        addLink(links.get(link).link().target(), LINK | link);
      }
    }
    makeRoom(Trait.ALL.size());
    for (Trait trait : Trait.ALL) {
      if (trait.in(folded, links)) {
        addBucket(trait.bucket(), WHOLE);
      }
    }
  }

  /** Hands on each distinct word of the text, folded, of some letters up to a length, with its bucket. */
  public void eachWord(int longest, ObjIntConsumer<String> taker) {
    var told = new HashSet<String>();
    for (int token = 0; token < folded.tokenCount; token++) {
      int begin = folded.tokenBegins[token];
      int length = folded.tokenEnds[token] - begin;
      if (folded.tokenKinds[token] == FoldedText.WORD && length > 1 && length <= longest) {
        var word = new String(folded.text.chars, begin, length);
        if (told.add(word)) {
          taker.accept(word, tokenBucket(folded.tokenHashes[token]));
        }
      }
    }
  }

  /** The words of the text, to be compared with others. */
  public WordHashes wordHashes() {
    return WordHashes.of(folded, links);
  }

  /** The distinct buckets in order of appearance, followed by garbage; overwritten by the next extraction. */
  public int[] distinct() {
    return distinct;
  }

  /** How many of {@link #distinct()} count. */
  public int distinctCount() {
    return distinctCount;
  }

  /** The distinct buckets, ascending, as a copy: a row of a training matrix. */
  public int[] sorted() {
    int[] sorted = Arrays.copyOf(distinct, distinctCount);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The hash of a folded token, as features are made of it. */
  static int tokenHash(char[] units, int begin, int end) {
    int state = TOKEN_SEED;
    for (int i = begin; i < end; i++) {
      state = Murmur3.step(state, Murmur3.scramble(units[i]));
    }
    return Murmur3.finish(state, end - begin);
  }

  /** The bucket of a folded word as a whole. */
  public static int bucketOf(String word) {
    return tokenBucket(Murmur3.hash(TOKEN_SEED, word));
  }

  /** The bucket of a pair of folded words. */
  static int bucketOf(String first, String second) {
    return bucket(pair(Murmur3.hash(TOKEN_SEED, first), Murmur3.hash(TOKEN_SEED, second)));
  }

  static int bucket(int hash) {
    return hash >>> SHIFT;
  }

  private static int tokenBucket(int hash) {
    return FIRST_TOKEN + (hash >>> TOKEN_SHIFT);
  }

  private static int pair(int first, int second) {
    int state = Murmur3.step(PAIR_SEED, Murmur3.scramble(first));
    return Murmur3.finish(Murmur3.step(state, Murmur3.scramble(second)), 2);
  }

  /** How many features there are, repeated ones included. */
  int count() {
    return count;
  }

  /** How many of them are of tokens and pairs; these come first, then those of links, then those of the whole. */
  int tokenFeatures() {
    return tokenFeatures;
  }

  /** The first feature of a token or of one behind it; {@link #tokenFeatures} if there is none. */
  int firstFeatureOf(int token) {
    int low = 0;
    int high = tokenFeatures;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((owners[middle] & ~PAIR) < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The bucket of the n-th feature. */
  int occurrence(int index) {
    return occurrences[index];
  }

  /** Whose feature it is: a token's number, {@link #PAIR} and a token's, {@link #LINK} and a link's, or {@link #WHOLE}. */
  int owner(int index) {
    return owners[index];
  }

  /** The first token that shows the link. */
  int firstTokenOfLink(int link) {
    return firstTokenFrom(sentOffset(links.get(link).begin()));
  }

  /** The token behind the last one that shows the link; the first one itself if nothing shows it. */
  int endTokenOfLink(int link) {
    var span = links.get(link);
    boolean shown = span.end() > span.begin();
    return shown ? firstTokenFrom(read.end(span.end() - 1)) : firstTokenOfLink(link);
  }

  private int sentOffset(int seen) {
    return seen < read.seen().length() ? read.begin(seen) : read.sent().length();
  }

  private int firstTokenFrom(int offset) {
    int low = 0;
    int high = folded.tokenCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (folded.tokenBegin(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first link that begins at a token or behind it; how many links there are if none does. */
  int firstLinkAt(int token) {
    int low = 0;
    int high = links.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firstTokenOfLink(middle) < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The links of the text, in reading order. */
  List<LinkSpan> links() {
    return links;
  }

  /** The text whose features these are. */
  FoldedText folded() {
    return folded;
  }

  private void clear() {
    for (int i = 0; i < distinctCount; i++) {
      present[distinct[i] >>> 6] = 0;
    }
    distinctCount = 0;
    count = 0;
  }

  /** Adds a token and, if it is a word, the runs inside it. Gives the token's hash. */
  private int addToken(int token, int begin, int end) {
    int length = end - begin;
    if (scrambled.length < length + 2) {
      scrambled = new int[2 * length + 2];
    }
    int[] units = scrambled;
    int state = TOKEN_SEED;
    for (int i = 0; i < length; i++) {
      int unit = Murmur3.scramble(folded.text.chars[begin + i]);
      units[i + 1] = unit;
      state = Murmur3.step(state, unit);
    }
    int hash = Murmur3.finish(state, length);
    addBucket(tokenBucket(hash), token);
    if (folded.tokenKinds[token] == FoldedText.WORD) {
      units[0] = BEGIN_MARK;
      units[length + 1] = END_MARK;
      addRuns(token, units, length + 2);
    }
    return hash;
  }

  private void addRuns(int token, int[] units, int length) {
    int first = count;
    int at = first;
    for (int from = 0; from < length - 1; from++) {
      int state = Murmur3.step(PART_SEED, units[from]);
      int longest = Math.min(LONGEST, length - from);
      for (int size = SHORTEST; size <= longest; size++) {
        state = Murmur3.step(state, units[from + size - 1]);
        occurrences[at++] = bucket(Murmur3.finish(state, size));
      }
    }
    Arrays.fill(owners, first, at, token);
    count = at;
    for (int i = first; i < at; i++) {
      see(occurrences[i]);
    }
  }

  /** Adds the names of a link's host and the words behind it: runs of letters and digits, lower-cased if ASCII. */
  private void addLink(String target, int owner) {
    int state = LINK_SEED;
    int length = 0;
    makeRoom(target.length() + 1);
    for (int i = 0; i <= target.length(); i++) {
      char c = i < target.length() ? target.charAt(i) : '/';
      if (Character.isLetterOrDigit(c)) {
        char lower = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        state = Murmur3.step(state, Murmur3.scramble(lower));
        length++;
      } else if (length > 0) {
        add(Murmur3.finish(state, length), owner);
        state = LINK_SEED;
        length = 0;
      }
    }
  }

  private void add(int hash, int owner) {
    addBucket(bucket(hash), owner);
  }

  private void addBucket(int bucket, int owner) {
    occurrences[count] = bucket;
    owners[count] = owner;
    count++;
    see(bucket);
  }

  /** Keeps a bucket that was not seen before; without a branch, which nobody could predict. */
  private void see(int bucket) {
    long seen = present[bucket >>> 6];
    distinct[distinctCount] = bucket;
    distinctCount += (int) (~seen >>> bucket) & 1;
    present[bucket >>> 6] = seen | 1L << bucket;
  }

  private void makeRoom(int more) {
    if (count + more > occurrences.length) {
      int capacity = Math.max(count + more, 2 * occurrences.length);
      occurrences = Arrays.copyOf(occurrences, capacity);
      owners = Arrays.copyOf(owners, capacity);
      distinct = Arrays.copyOf(distinct, capacity);
    }
  }
}
