package io.moderato.feedback;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoSuggestedLabelsRepositoryOnServerTest extends SuggestedLabelsRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

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
