package io.moderato.moderation;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCommentOutboxTest extends CommentOutboxContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
