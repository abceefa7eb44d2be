package io.moderato.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.site.SiteId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads which held comments are asked for, from a query or a body that keeps to the contract. */
final class QueueFilterReader {
  private QueueFilterReader() {}

  /** @param field gives the text of a field; null where it is absent */
  static QueueQuery read(SiteId site, Function<String, @Nullable String> field) {
    return new QueueQuery(
        Set.of(site),
        Optional.ofNullable(field.apply("order")).map(QueueOrder::of).orElse(QueueOrder.PRIORITY),
        as(field.apply("label"), Label::valueOf),
        field.apply("rule"),
        field.apply("language"),
        field.apply("author"),
        as(field.apply("post"), PostId::new),
        as(field.apply("campaign"), CommentId::new),
        field.apply("door"),
        field.apply("drawn"),
        "true".equals(field.apply("escalated")),
        Optional.ofNullable(field.apply("words")).orElse(""));
  }

  static QueueQuery read(SiteId site, JsonNode filter) {
    return read(site, name -> filter.hasNonNull(name) ? filter.path(name).asText() : null);
  }

  private static <T> @Nullable T as(@Nullable String text, Function<String, T> form) {
    return text == null ? null : form.apply(text);
  }
}
