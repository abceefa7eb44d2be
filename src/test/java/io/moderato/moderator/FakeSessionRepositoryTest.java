package io.moderato.moderator;

class FakeSessionRepositoryTest extends SessionRepositoryContract {
  private final SessionRepository sessions = new FakeSessionRepository();

  @Override
  SessionRepository sessions() {
    return sessions;
  }
}
