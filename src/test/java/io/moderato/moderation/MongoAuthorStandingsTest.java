package io.moderato.moderation;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuthorStandingsTest extends AuthorStandingsContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private AuthorStandings standings;

  @BeforeEach
  void open() {
    standings = new MongoAuthorStandings(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  AuthorStandings standings() {
    return standings;
  }
}
