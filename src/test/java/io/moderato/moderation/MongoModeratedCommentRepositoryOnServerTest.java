package io.moderato.moderation;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoModeratedCommentRepositoryOnServerTest extends ModeratedCommentRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

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
