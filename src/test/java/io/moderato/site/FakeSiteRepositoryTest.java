package io.moderato.site;

class FakeSiteRepositoryTest extends SiteRepositoryContract {
  private final SiteRepository sites = new FakeSiteRepository();

  @Override
  SiteRepository sites() {
    return sites;
  }
}
