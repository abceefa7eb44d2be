package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words before any training: a short vector for each of the commonest ones, near to that of words used alike.
 * They let a word that occurs in few training texts, or in none, take part in what was learnt of its neighbours.
 *
 * <p>The shipped table is made of GloVe (J. Pennington, R. Socher, C. Manning, 2014; trained on Wikipedia 2014 and Gigaword 5,
 * public domain): its commonest words and some rude ones, centred, reduced to their principal components, each of length 1, in eight bits.
 */
final class WordVectors {
  private static final String ENGLISH = "/training/word-vectors.bin.gz";
  private static final float STEPS = 127;

  private static final WordVectors NONE = new WordVectors(0, new float[0][]);

  private final int dimensions;
  private final float[] @Nullable [] byBucket;

  private WordVectors(int dimensions, float[] @Nullable [] byBucket) {
    this.dimensions = dimensions;
    this.byBucket = byBucket;
  }

  /** No word has a vector. */
  static WordVectors none() {
    return NONE;
  }

  /** The shipped table of English words; of words that share a bucket the first is taken: rude ones come first. */
  static WordVectors english() {
    try (var in = WordVectors.class.getResourceAsStream(ENGLISH);
        var table = new DataInputStream(new GZIPInputStream(in))) {
      int words = table.readInt();
      int dimensions = table.readInt();
      float[][] byBucket = new float[CommentFeatures.BUCKETS][];
      for (int i = 0; i < words; i++) {
        int bucket = CommentFeatures.bucketOf(table.readUTF());
        float[] vector = new float[dimensions];
        for (int each = 0; each < dimensions; each++) {
          vector[each] = table.readByte() / STEPS;
        }
        if (byBucket[bucket] == null) {
          byBucket[bucket] = vector;
        }
      }
      return new WordVectors(dimensions, byBucket);
    } catch (IOException e) {
      throw new UncheckedIOException("the word vectors can't be read", e);
    }
  }

  int dimensions() {
    return dimensions;
  }

  /** The vectors of a row's words, added up and divided by the row's length, as the weights of its buckets are. */
  float[] of(int[] row) {
    float[] sum = new float[dimensions];
    if (dimensions == 0) {
      return sum;
    }
    for (int bucket : row) {
      float[] vector = byBucket[bucket];
      for (int i = 0; vector != null && i < dimensions; i++) {
        sum[i] += vector[i];
      }
    }
    float length = (float) Math.sqrt(Math.max(row.length, 1));
    for (int i = 0; i < dimensions; i++) {
      sum[i] /= length;
    }
    return sum;
  }

  /** Adds to each word's weight what its vector is worth: a linear model needs no vectors afterwards. */
  void fold(double[] worth, float[] weights) {
    for (int bucket = 0; bucket < byBucket.length; bucket++) {
      float[] vector = byBucket[bucket];
      for (int i = 0; vector != null && i < dimensions; i++) {
        weights[bucket] += (float) (worth[i] * vector[i]);
      }
    }
  }
}
