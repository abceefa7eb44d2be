package io.moderato.moderation;

import io.moderato.mongo.TestStore;
import io.moderato.recent.StoredComments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoStoredCommentsTest extends StoredCommentsContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private StoredComments stored;
  private ModeratedCommentRepository comments;

  @BeforeEach
  void open() {
    var mongo = STORE.mongo();
    stored = new MongoStoredComments(mongo.database(), mongo.publishers());
    comments = new MongoModeratedCommentRepository(mongo.database(), mongo.publishers());
  }

  @Override
  StoredComments stored() {
    return stored;
  }

  @Override
  ModeratedCommentRepository comments() {
    return comments;
  }
}
