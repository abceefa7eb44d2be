package io.moderato.moderator;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoFailureRepositoryTest extends FailureRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
