package io.moderato.moderation;

import io.moderato.classify.Classifier;

/**
 * A site's own model beside the base model.
 *
 * @param version {@code my-blog@7}
 * @param classifier scores for both in one pass
 */
public record SiteTaste(String version, Classifier classifier) {}
