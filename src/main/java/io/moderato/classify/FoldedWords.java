package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words and symbols of a text in one spelling each, however they were dressed up: separated by one space, each code unit with the way
 * back to the text as sent. Plain punctuation is gone; a bare link or address is one private character. Immutable.
 */
public final class FoldedWords {
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final ReadText read;
  private final String text;
  private final int[] begins;
  private final int[] ends;

  private FoldedWords(ReadText read, String text, int[] begins, int[] ends) {
    this.read = read;
    this.text = text;
    this.begins = begins;
    this.ends = ends;
  }

  /** Of any text, in time linear in its length. */
  public static FoldedWords of(String sent, TextFormat format) {
    var scratch = SCRATCH.get();
    var read = ReadText.of(sent, format);
    scratch.folder.fold(read, scratch.folded);
    return copy(read, scratch.folded);
  }

  /** The folded form of a text that holds no markup and in which addresses are words. */
  public static String fold(String plain) {
    var scratch = SCRATCH.get();
    scratch.folder.fold(new ReadText(plain, plain, null, null, List.of()), scratch.folded);
    return scratch.folded.toString();
  }

  static FoldedWords copy(ReadText read, FoldedText folded) {
    var length = folded.text.length;
    return new FoldedWords(
        read,
        folded.toString(),
        Arrays.copyOf(folded.text.begins, length),
        Arrays.copyOf(folded.text.ends, length));
  }

  /** What was folded, as a person sees it. */
  public ReadText read() {
    return read;
  }

  /** Words and symbols with one space between them. */
  public String text() {
    return text;
  }

  /** Where the folded code unit begins in the text as sent, inclusive. */
  public int begin(int index) {
    return begins[index];
  }

  /** Where the folded code unit ends in the text as sent, exclusive. */
  public int end(int index) {
    return ends[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FoldedWords words
        && words.read.sent().equals(read.sent())
        && words.text.equals(text)
        && Arrays.equals(words.begins, begins)
        && Arrays.equals(words.ends, ends);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** What a thread reuses from text to text. */
  private static final class Scratch {
    private final TextFolder folder = new TextFolder();
    private final FoldedText folded = new FoldedText();
  }
}
