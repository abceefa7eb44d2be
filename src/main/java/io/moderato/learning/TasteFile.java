package io.moderato.learning;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import java.io.IOException;
import java.util.List;

/** A site's model as bytes: an OpenNLP model file, which checks itself (CRC-32). */
final class TasteFile {
  private TasteFile() {}

  static byte[] of(HashedLinearModel model) {
    return HashedModelFile.bytes(model, "und");
  }

  /** @throws IOException if it is damaged, or no model of a site's taste */
  static HashedLinearModel read(byte[] file) throws IOException {
    var model = HashedModelFile.read(file);
    if (!model.labels().equals(List.of(Label.SITE))) {
      throw new IOException("the file holds a model of other labels");
    }
    return model;
  }
}
