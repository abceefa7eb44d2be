package io.moderato.learning;

import java.time.Instant;

/**
 * A model that was trained for a site; its file lies under its name.
 *
 * @param number counts up within the site
 * @param rejected so many examples that it learnt from
 * @param approved so many examples that it learnt from
 * @param through the time of the latest of them
 * @param examples a digest of them: equal for equal examples
 * @param onBase how it does on what hardly any site sees differently
 */
public record TasteModel(
    int number,
    Instant trainedAt,
    int rejected,
    int approved,
    Instant through,
    String examples,
    BaseCheck onBase) {
  int size() {
    return rejected + approved;
  }
}
