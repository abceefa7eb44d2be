package io.moderato.dropin.akismet;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoUsageRepositoryOnServerTest extends UsageRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  private UsageRepository usage;

  @BeforeEach
  void open() {
    usage = new MongoUsageRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  UsageRepository usage() {
    return usage;
  }
}
