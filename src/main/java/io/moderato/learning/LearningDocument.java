package io.moderato.learning;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a document of collection {@code learning}. Public, because the driver makes it.
 *
 * @param id the site's
 * @param learning null where there is a lease and nothing was learnt yet
 */
public record LearningDocument(@BsonId String id, @Nullable Learning learning) {}
