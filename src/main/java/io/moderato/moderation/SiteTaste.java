package io.moderato.moderation;

import io.moderato.classify.Classifier;
import io.moderato.classify.FamiliarWords;

/**
 * A site's own model beside the base model.
 *
 * @param version {@code my-blog@7}
 * @param classifier scores for both in one pass
 * @param words of what it learnt from
 */
public record SiteTaste(String version, Classifier classifier, FamiliarWords words) {}
