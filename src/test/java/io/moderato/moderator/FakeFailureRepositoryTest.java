package io.moderato.moderator;

class FakeFailureRepositoryTest extends FailureRepositoryContract {
  private final FailureRepository failures = new FakeFailureRepository();

  @Override
  FailureRepository failures() {
    return failures;
  }
}
