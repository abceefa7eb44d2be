package io.moderato.mongo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MigrationContract {
  abstract Mongo mongo();

  @Test
  void creates_every_index() {
    new Migration(mongo()).run().await();

    assertThat(indexes())
        .isEqualTo(Map.ofEntries(
            entry("sites/keyHash", List.of("keys.hash")),
            entry("policies/versions", List.of("site", "version")),
            entry("comments/shownByTime", List.of("site", "post", "status", "submittedAt", "_id")),
            entry("comments/shownByThread", List.of("site", "post", "status", "path", "_id")),
            entry("comments/decidedLast", List.of("site", "decision.decidedAt", "_id")),
            entry(
                "comments/byAuthor", List.of("site", "authorKey", "submittedAt", "_id", "outcome")),
            entry(
                "comments/queueByPriority", List.of("queue.facets", "queue.priority", "queue.id")),
            entry("comments/queueByAge", List.of("queue.facets", "queue.since", "queue.id")),
            entry(
                "comments/wordsByPriority",
                List.of("queue.site", "queue.priority", "queue.id", "queue.text")),
            entry(
                "comments/wordsByAge",
                List.of("queue.site", "queue.since", "queue.id", "queue.text")),
            entry("comments/byCampaign", List.of("repeats.first", "repeats.at")),
            entry("comments/taught", List.of("taught.site", "taught.at", "_id")),
            entry("claims/changes", List.of("at")),
            entry("claims/expiry", List.of("until")),
            entry("comments/changes", List.of("changedAt", "_id")),
            entry("comments/expiry", List.of("expiresAt")),
            entry("comments/outbox", List.of("nextDeliveryAt")),
            entry("deliveries/due", List.of("lane", "dueAt")),
            entry("deliveries/order", List.of("lane", "comment", "version")),
            entry("deliveries/ofComment", List.of("site", "comment")),
            entry("deliveries/listed", List.of("endpoint", "_id")),
            entry("deliveries/listedByState", List.of("endpoint", "state", "_id")),
            entry("deliveries/oldest", List.of("waitingSince")),
            entry("deliveries/expiry", List.of("expiresAt")),
            entry("wordlists/ownerLists", List.of("owner", "_id")),
            entry("akismetUsage/usageByMonth", List.of("site", "month")),
            entry("audit/entriesOfSite", List.of("site", "_id")),
            entry("audit/entriesOfComment", List.of("site", "comment", "_id")),
            entry("audit/entriesOfAuthor", List.of("site", "author", "_id")),
            entry("audit/entriesBy", List.of("who", "_id")),
            entry("audit/entriesOfAct", List.of("act", "_id")),
            entry("audit/entriesOfBatch", List.of("batch", "_id")),
            entry("sessions/ofLogin", List.of("login", "createdAt")),
            entry("sessions/expiry", List.of("expiresAt")),
            entry("signInFailures/expiry", List.of("expiresAt"))));
  }

  @Test
  void is_harmless_to_repeat() {
    new Migration(mongo()).run().await();
    var before = indexes();

    new Migration(mongo()).run().await();

    assertThat(indexes()).isEqualTo(before);
  }

  @Test
  void is_harmless_to_run_by_several_at_once() {
    Future.all(IntStream.range(0, 8).mapToObj(i -> new Migration(mongo()).run()).toList())
        .await();

    assertThat(indexes()).hasSize(35);
  }

  private Map<String, List<String>> indexes() {
    var indexes = new HashMap<String, List<String>>();
    for (var name : List.of(
        "sites",
        "posts",
        "policies",
        "comments",
        "deliveries",
        "wordlists",
        "akismetUsage",
        "claims",
        "audit",
        "sessions",
        "signInFailures")) {
      var listed = mongo().database().getCollection(name).listIndexes();
      for (var index : mongo().publishers().all(listed).await()) {
        if (!index.getString("name").equals("_id_")) {
          indexes.put(
              name + "/" + index.getString("name"),
              List.copyOf(index.get("key", Document.class).keySet()));
        }
      }
    }
    return indexes;
  }
}
