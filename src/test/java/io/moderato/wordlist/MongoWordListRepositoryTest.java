package io.moderato.wordlist;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoWordListRepositoryTest extends WordListRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

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
