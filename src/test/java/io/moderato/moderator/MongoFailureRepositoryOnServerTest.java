package io.moderato.moderator;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoFailureRepositoryOnServerTest extends FailureRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  private FailureRepository failures;

  @BeforeEach
  void open() {
    failures =
        new MongoFailureRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  FailureRepository failures() {
    return failures;
  }
}
