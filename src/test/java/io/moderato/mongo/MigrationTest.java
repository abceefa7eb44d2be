package io.moderato.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationTest extends MigrationContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  @Override
  Mongo mongo() {
    return STORE.mongo();
  }
}
