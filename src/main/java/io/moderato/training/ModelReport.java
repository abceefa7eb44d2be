package io.moderato.training;

import io.moderato.classify.Label;
import java.util.List;
import java.util.Map;

/**
 * All that a model card states.
 *
 * @param name of the model
 * @param version {@code name@release}
 * @param languages that it was measured on, as BCP 47 codes
 * @param modelSha256 of the model's file
 * @param date of the training, ISO 8601
 * @param featuresVersion of the features that it was trained on
 * @param seed of split and training
 * @param split how the texts were divided
 * @param limits what the model can't do, in sentences
 * @param notFor what it must not be used for, in sentences
 */
public record ModelReport(
    String name,
    String version,
    List<String> languages,
    String modelSha256,
    String date,
    int featuresVersion,
    long seed,
    String split,
    Recipe recipe,
    List<String> limits,
    List<String> notFor,
    Map<Label, LabelReport> labels,
    List<GoodComments> goodComments,
    Robustness.Report robustness,
    List<SetReport> dataSets) {
  public ModelReport {
    languages = List.copyOf(languages);
    limits = List.copyOf(limits);
    notFor = List.copyOf(notFor);
    goodComments = List.copyOf(goodComments);
    dataSets = List.copyOf(dataSets);
  }
}
