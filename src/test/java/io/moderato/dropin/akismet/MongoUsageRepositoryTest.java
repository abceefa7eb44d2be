package io.moderato.dropin.akismet;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoUsageRepositoryTest extends UsageRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
