package io.moderato.comment;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoPostRepositoryOnServerTest extends PostRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

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
