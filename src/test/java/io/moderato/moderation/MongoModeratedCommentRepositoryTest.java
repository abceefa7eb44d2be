package io.moderato.moderation;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoModeratedCommentRepositoryTest extends ModeratedCommentRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private ModeratedCommentRepository comments;

  @BeforeEach
  void open() {
    comments = new MongoModeratedCommentRepository(
        STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  ModeratedCommentRepository comments() {
    return comments;
  }
}
