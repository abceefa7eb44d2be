package io.moderato.moderator;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoModeratorRepositoryOnServerTest extends ModeratorRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  private ModeratorRepository moderators;

  @BeforeEach
  void open() {
    moderators =
        new MongoModeratorRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  ModeratorRepository moderators() {
    return moderators;
  }
}
