package io.moderato.moderator;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoModeratorRepositoryTest extends ModeratorRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
