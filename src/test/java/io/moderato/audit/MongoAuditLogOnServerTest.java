package io.moderato.audit;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoAuditLogOnServerTest extends AuditLogContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  private AuditLog log;

  @BeforeEach
  void open() {
    log = new MongoAuditLog(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  AuditLog log() {
    return log;
  }
}
