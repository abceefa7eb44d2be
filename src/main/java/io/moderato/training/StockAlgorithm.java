package io.moderato.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import opennlp.tools.ml.maxent.GISTrainer;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.ml.perceptron.PerceptronTrainer;

/** OpenNLP's own trainers, to compare with. */
public enum StockAlgorithm {
  NAIVEBAYES(NaiveBayesTrainer.NAIVE_BAYES_VALUE),
  PERCEPTRON(PerceptronTrainer.PERCEPTRON_VALUE),
  MAXENT(GISTrainer.MAXENT_VALUE),
  QN(QNTrainer.MAXENT_QN_VALUE);

  private final String opennlpName;

  StockAlgorithm(String opennlpName) {
    this.opennlpName = opennlpName;
  }

  /** What OpenNLP calls it. */
  String opennlpName() {
    return opennlpName;
  }

  /** By the name that the command line uses. */
  public static Optional<StockAlgorithm> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
