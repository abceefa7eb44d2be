package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static java.util.Objects.requireNonNull;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The documents of {@code comments} that have {@code queue}: every held comment, see {@link CommentDocument}. */
public final class MongoHeldComments implements HeldComments {
  private static final Pattern SYNTAX = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

  private final MongoDatabase database;
  private final Publishers publishers;

  public MongoHeldComments(MongoDatabase database, Publishers publishers) {
    this.database = database;
    this.publishers = publishers;
  }

  @Override
  public Future<List<ModeratedComment>> page(
      HeldFilter filter, HeldOrder order, @Nullable HeldPosition after, int limit) {
    var filters = filters(filter);
    if (after != null) {
      filters.add(behind(order, after));
    }
    var found = database
        .getCollection("comments")
        .find(and(filters))
        .sort(
            order == HeldOrder.PRIORITY
                ? descending("queue.priority", "queue.id")
                : ascending("queue.since", "queue.id"))
        .limit(limit)
        .batchSize(limit);
    return publishers
        .all(found)
        .map(documents -> documents.stream().map(CommentDocument::read).toList());
  }

  /** The first part limits the index, which alone would not see through the second. */
  private static Bson behind(HeldOrder order, HeldPosition end) {
    if (order == HeldOrder.PRIORITY) {
      return and(
          lte("queue.priority", end.number()),
          or(lt("queue.priority", end.number()), lt("queue.id", end.key())));
    }
    var since = new Date((long) end.number());
    return and(gte("queue.since", since), or(gt("queue.since", since), gt("queue.id", end.key())));
  }

  @Override
  public Future<Optional<ModeratedComment>> find(CommentKey comment) {
    var key = eq(CommentDocument.key(comment.site(), comment.comment()));
    return publishers
        .first(database.getCollection("comments").find(key).limit(1))
        .map(found -> found.map(CommentDocument::read).filter(ModeratedComment::isInQueue));
  }

  @Override
  public Future<Integer> count(HeldFilter filter, int atMost) {
    var command = new Document("count", "comments")
        .append("query", and(filters(filter)))
        .append("limit", atMost);
    return publishers
        .first(database.runCommand(command))
        .map(answer ->
            requireNonNull(answer.orElseThrow().get("n", Number.class)).intValue());
  }

  /** Words are told by an index that has the texts in the queue's order: one entry a comment, where one for each word would cost a submission half of its speed. */
  private static List<Bson> filters(HeldFilter filter) {
    var filters = new ArrayList<Bson>();
    filter.facets().forEach(facet -> filters.add(eq("queue.facets", facet.key(filter.site()))));
    if (!filter.words().isEmpty()) {
      filters.add(eq("queue.site", filter.site().value()));
      filter.words().forEach(word -> filters.add(regex("queue.text", literally(word))));
    } else if (filters.isEmpty()) {
      filters.add(eq("queue.facets", Facet.ALL.key(filter.site())));
    }
    return filters;
  }

  private static String literally(String word) {
    return SYNTAX.matcher(SearchWords.line(List.of(word))).replaceAll("\\\\$0");
  }
}
