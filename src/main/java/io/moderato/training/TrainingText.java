package io.moderato.training;

import java.util.List;

/** What is read of an example: some texts of the training part are dressed up, with a label and without, so that the dress itself tells nothing. */
final class TrainingText {
  private static final int ONE_OF = 8;

  private static final List<Obfuscation> DRESSES =
      List.of(Obfuscation.SPACED, Obfuscation.DOTTED, Obfuscation.STRETCHED, Obfuscation.LEET);

  private TrainingText() {}

  /** Always the same for the same example. */
  static String of(Example example) {
    int lot = Math.floorMod(example.key(), ONE_OF * DRESSES.size());
    return example.split() == Split.TRAIN && lot < DRESSES.size()
        ? DRESSES.get(lot).of(example.text(), example.key())
        : example.text();
  }
}
