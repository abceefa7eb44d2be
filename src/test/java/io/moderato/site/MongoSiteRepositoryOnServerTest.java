package io.moderato.site;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoSiteRepositoryOnServerTest extends SiteRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

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
