package io.moderato.moderation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static io.moderato.moderation.ModeratedComments.BLOG;
import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.mongo.TestStore;
import io.moderato.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoFillQueueTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private MongoFillQueue fill;
  private HeldComments held;
  private ModeratedCommentRepository comments;

  @BeforeEach
  void open() {
    var database = STORE.mongo().database();
    var publishers = STORE.mongo().publishers();
    fill = new MongoFillQueue(database, publishers);
    held = new MongoHeldComments(database, publishers);
    comments = new MongoModeratedCommentRepository(database, publishers);
    publishers
        .done(database.getCollection("operator").deleteOne(eq("queueFilledWithText")))
        .await();
  }

  @Test
  void held_comments_of_an_older_store_get_their_place_once() {
    for (int i = 0; i < 3; i++) {
      add(ModeratedComments.held(comment("c-" + i, "Thanks."), Map.of(Label.SPAM, 0.5), NOW));
    }
    add(ModeratedComments.moderated(comment("shown", "Thanks."), Verdict.APPROVE));
    forgetPlaces();

    assertThat(fill.run().await()).isEqualTo(3);

    assertThat(held.count(new HeldFilter(BLOG, Set.of(Facet.label(Label.SPAM)), List.of()), 10)
            .await())
        .isEqualTo(3);
    assertThat(fill.run().await()).isZero();
  }

  @Test
  void held_comments_of_a_store_without_their_texts_are_found_by_words_then() {
    add(ModeratedComments.held(comment("c-1", "Thanks a lot."), Map.of(Label.SPAM, 0.5), NOW));
    var words = HeldFilter.of(BLOG, Set.of(), "a thanks");
    forget("queue.site");
    assertThat(held.count(words, 10).await()).isZero();

    assertThat(fill.run().await()).isEqualTo(1);

    assertThat(held.count(words, 10).await()).isEqualTo(1);
  }

  private void add(ModeratedComment comment) {
    comments.addIfNew(comment).await();
  }

  private static void forgetPlaces() {
    forget("queue");
  }

  private static void forget(String field) {
    var documents = STORE.mongo().database().getCollection("comments");
    STORE
        .mongo()
        .publishers()
        .done(documents.updateMany(new Document(), unset(field)))
        .await();
  }
}
