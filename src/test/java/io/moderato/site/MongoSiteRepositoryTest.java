package io.moderato.site;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSiteRepositoryTest extends SiteRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private SiteRepository sites;

  @BeforeEach
  void open() {
    sites = new MongoSiteRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Override
  SiteRepository sites() {
    return sites;
  }
}
