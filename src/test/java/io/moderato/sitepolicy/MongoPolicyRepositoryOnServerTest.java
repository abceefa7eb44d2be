package io.moderato.sitepolicy;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoPolicyRepositoryOnServerTest extends PolicyRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

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
