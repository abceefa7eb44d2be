package io.moderato.wordlist;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoWordListRepositoryOnServerTest extends WordListRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  private WordListRepository lists;

  @BeforeEach
  void open() {
    lists = new MongoWordListRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  WordListRepository lists() {
    return lists;
  }
}
