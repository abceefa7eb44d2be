package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text as hashes, folded to one spelling: what look-alikes, invisible characters, capitals, emoji and punctuation do to a
 * text does not show here. Scripts that are written without spaces count each two neighbouring characters as a word.
 */
public final class WordHashes {
  private static final int FEWEST_TO_TELL = 5;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final long identity;
  private final int[] distinct;
  private final int[] content;
  private final boolean links;

  private WordHashes(long identity, int[] distinct, int[] content, boolean links) {
    this.identity = identity;
    this.distinct = distinct;
    this.content = content;
    this.links = links;
  }

  /** Reads any text, in time hardly more than linear in its length. */
  public static WordHashes of(String text, TextFormat format) {
    var scratch = SCRATCH.get();
    var read = ReadText.of(text, format);
    scratch.folder.fold(read, scratch.folded);
    scratch.folded.hashTokens();
    return of(scratch.folded, read.links());
  }

  /** Of a text whose tokens are hashed. */
  static WordHashes of(FoldedText text, List<LinkSpan> links) {
    return new WordHashCollector(text).collect(links);
  }

  static WordHashes of(long identity, int[] all, int[] content, boolean links) {
    return new WordHashes(identity, distinct(all), distinct(content), links);
  }

  /** Equal for texts with the same words and the same links in the same order; 0 where there is neither. */
  public long identity() {
    return identity;
  }

  /** The hashes of the words that say what a text is about: no stop-words of any language, no numbers. Ascending, each once; not to be changed. */
  public int[] content() {
    return content;
  }

  public boolean hasLinks() {
    return links;
  }

  /** The share of the content words that the other text has, too, in [0, 1]; null where they are too few to tell. */
  public @Nullable Double shareIn(WordHashes other) {
    return content.length < FEWEST_TO_TELL
        ? null
        : (double) shared(content, other.content) / content.length;
  }

  /** The share of the words that the other text does not have, in [0, 1]; 0 where there are none. */
  public double shareNotIn(WordHashes other) {
    return distinct.length == 0
        ? 0
        : 1 - (double) shared(distinct, other.distinct) / distinct.length;
  }

  private static int shared(int[] one, int[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        shared++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WordHashes words
        && words.identity == identity
        && words.links == links
        && Arrays.equals(words.distinct, distinct)
        && Arrays.equals(words.content, content);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(identity);
  }

  private static int[] distinct(int[] hashes) {
    Arrays.sort(hashes);
    int count = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[count++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, count);
  }

  /** What a thread reuses from text to text. */
  private static final class Scratch {
    private final TextFolder folder = new TextFolder();
    private final FoldedText folded = new FoldedText();
  }
}
