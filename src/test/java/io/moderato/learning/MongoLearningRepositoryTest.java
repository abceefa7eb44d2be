package io.moderato.learning;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLearningRepositoryTest extends LearningRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private LearningRepository learning;

  @BeforeEach
  void open() {
    var mongo = STORE.mongo();
    learning = new MongoLearningRepository(mongo.database(), mongo.publishers(), CLOCK);
  }

  @Override
  LearningRepository learning() {
    return learning;
  }
}
