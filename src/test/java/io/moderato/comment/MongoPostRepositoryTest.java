package io.moderato.comment;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPostRepositoryTest extends PostRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private PostRepository posts;

  @BeforeEach
  void open() {
    posts = new MongoPostRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  PostRepository posts() {
    return posts;
  }
}
