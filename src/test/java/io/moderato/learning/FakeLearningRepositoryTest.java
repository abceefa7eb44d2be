package io.moderato.learning;

class FakeLearningRepositoryTest extends LearningRepositoryContract {
  private final LearningRepository learning = new FakeLearningRepository(CLOCK);

  @Override
  LearningRepository learning() {
    return learning;
  }
}
