package io.moderato.moderation;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoCommentOutboxOnServerTest extends CommentOutboxContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  @Override
  ModeratedCommentRepository comments() {
    return new MongoModeratedCommentRepository(
        STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  CommentOutbox outbox() {
    return new MongoCommentOutbox(STORE.mongo().database(), STORE.mongo().publishers());
  }
}
