package io.moderato.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MigrationOnServerTest extends MigrationContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  @Override
  Mongo mongo() {
    return STORE.mongo();
  }
}
