package io.moderato.replay;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoShadowRepositoryTest extends ShadowRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
