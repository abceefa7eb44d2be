package io.moderato.training;

/**
 * A data set, as a card states it.
 *
 * @param sha256 of the file, in lower-case hexadecimal
 * @param train how many texts were trained on
 * @param calibration how many the scores were calibrated on
 * @param test how many were only measured on
 */
public record SetReport(
    String name,
    String origin,
    String source,
    String licence,
    DataSet.Use use,
    String file,
    String sha256,
    long train,
    long calibration,
    long test) {}
