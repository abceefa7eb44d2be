package io.moderato.audit;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuditLogTest extends AuditLogContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
