package io.moderato.desk;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.moderation.Draw;
import io.moderato.review.QueueOrder;
import io.moderato.review.QueueQuery;
import io.moderato.site.SiteId;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queue's filters as an address has them. What makes no sense, such as a label that there is not, filters nothing: an address may be
 * old.
 */
final class QueueParameters {
  /** In the order in which they are offered; {@code q} and {@code order} stand apart. */
  static final List<String> FILTERS = List.of(
      "site", "label", "rule", "language", "author", "post", "campaign", "escalated", "drawn");

  private static final int LONGEST = 300;

  private final Map<String, String> values = new LinkedHashMap<>();

  private QueueParameters() {}

  static QueueParameters of(MultiMap sent) {
    var parameters = new QueueParameters();
    FILTERS.forEach(name -> parameters.take(sent, name));
    parameters.take(sent, "q");
    parameters.take(sent, "order");
    return parameters;
  }

  /** @param query as {@link #query} gives it */
  static QueueParameters ofQuery(String query) {
    var sent = MultiMap.caseInsensitiveMultiMap();
    new QueryStringDecoder(query, false).parameters().forEach(sent::add);
    return of(sent);
  }

  private void take(MultiMap sent, String name) {
    var value = sent.get(name);
    if (value != null && !value.isBlank() && value.length() <= LONGEST) {
      values.put(name, value.strip());
    }
  }

  /** Empty where it is not set. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** As an address has them, without a question mark. */
  String query() {
    return values.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  QueueOrder order() {
    return read("order", QueueOrder::of).orElse(QueueOrder.PRIORITY);
  }

  /** @param allowed the sites that the asker may review */
  QueueQuery wanted(Set<SiteId> allowed) {
    var site = read("site", SiteId::new).filter(allowed::contains);
    return new QueueQuery(
        site.map(Set::of).orElse(allowed),
        order(),
        read("label", Label::valueOf).orElse(null),
        text("rule"),
        text("language"),
        text("author"),
        read("post", PostId::new).orElse(null),
        read("campaign", CommentId::new).orElse(null),
        null,
        read("drawn", QueueParameters::drawn).orElse(null),
        values.containsKey("escalated"),
        value("q"));
  }

  private static String drawn(String kind) {
    return kind.equals(QueueQuery.ANY) ? kind : Draw.of(kind).word();
  }

  private @Nullable String text(String name) {
    return values.get(name);
  }

  private <T> Optional<T> read(String name, Function<String, T> reader) {
    try {
      return Optional.ofNullable(values.get(name)).map(reader);
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }
}
