package io.moderato.learning;

import io.moderato.classify.FamiliarWords;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A site's model as bytes: an OpenNLP model file, which checks itself (CRC-32). */
final class TasteFile {
  private static final String WORDS = "Moderato-Familiar-Words";

  private TasteFile() {}

  /** @param words of what it learnt from */
  static byte[] of(HashedLinearModel model, FamiliarWords words) {
    return HashedModelFile.bytes(model, "und", Map.of(WORDS, words.text()));
  }

  /** @throws IOException if it is damaged, or no model of a site's taste */
  static HashedLinearModel read(byte[] file) throws IOException {
    var model = HashedModelFile.read(file);
    if (!model.labels().equals(List.of(Label.SITE))) {
      throw new IOException("the file holds a model of other labels");
    }
    return model;
  }

  /**
   * The words of what it learnt from; none in files of earlier versions.
   *
   * @throws IOException if it is damaged
   */
  static FamiliarWords words(byte[] file) throws IOException {
    var words = HashedModelFile.entry(file, WORDS);
    try {
      return words.map(FamiliarWords::read).orElse(FamiliarWords.NONE);
    } catch (IllegalArgumentException damaged) {
      throw new IOException("its words are damaged", damaged);
    }
  }
}
