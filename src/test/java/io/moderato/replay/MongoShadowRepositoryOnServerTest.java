package io.moderato.replay;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoShadowRepositoryOnServerTest extends ShadowRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  private ShadowRepository shadows;

  @BeforeEach
  void open() {
    shadows = new MongoShadowRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  ShadowRepository shadows() {
    return shadows;
  }
}
