package io.moderato.moderator;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionRepositoryTest extends SessionRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private SessionRepository sessions;

  @BeforeEach
  void open() {
    sessions =
        new MongoSessionRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  SessionRepository sessions() {
    return sessions;
  }
}
