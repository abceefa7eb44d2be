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
  NAIVEBAYES("naive Bayes", NaiveBayesTrainer.NAIVE_BAYES_VALUE, 1, 1),
  PERCEPTRON("perceptron", PerceptronTrainer.PERCEPTRON_VALUE, 100, 3),
  MAXENT("GIS", GISTrainer.MAXENT_VALUE, 100, 5),
  QN("QN", QNTrainer.MAXENT_QN_VALUE, 100, 15);

  private final String title;
  private final String opennlpName;
  private final int iterations;
  private final int cost;

  /**
   * A trainer.
   *
   * @param title as papers call it
   * @param iterations of one training, at most; OpenNLP's default
   * @param cost of a text, as against the others; measured
   */
  StockAlgorithm(String title, String opennlpName, int iterations, int cost) {
    this.title = title;
    this.opennlpName = opennlpName;
    this.iterations = iterations;
    this.cost = cost;
  }

  String title() {
    return title;
  }

  /** What OpenNLP calls it. */
  String opennlpName() {
    return opennlpName;
  }

  int iterations() {
    return iterations;
  }

  /** How long a training takes, as against others. */
  double work(int texts) {
    return (double) texts * cost;
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
