package io.moderato.moderator;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoSessionRepositoryOnServerTest extends SessionRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

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
