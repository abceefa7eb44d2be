package io.moderato.audit;

class FakeAuditLogTest extends AuditLogContract {
  private final AuditLog log = new FakeAuditLog();

  @Override
  AuditLog log() {
    return log;
  }
}
