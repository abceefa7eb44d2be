package io.moderato.sitepolicy;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPolicyRepositoryTest extends PolicyRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private PolicyRepository policies;

  @BeforeEach
  void open() {
    policies = new MongoPolicyRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  PolicyRepository policies() {
    return policies;
  }
}
