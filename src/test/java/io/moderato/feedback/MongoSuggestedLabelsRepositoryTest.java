package io.moderato.feedback;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSuggestedLabelsRepositoryTest extends SuggestedLabelsRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private SuggestedLabelsRepository suggestions;

  @BeforeEach
  void open() {
    suggestions = new MongoSuggestedLabelsRepository(
        STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  SuggestedLabelsRepository suggestions() {
    return suggestions;
  }
}
