package io.moderato.moderation;

class FakeAuthorStandingsTest extends AuthorStandingsContract {
  private final AuthorStandings standings = new FakeAuthorStandings();

  @Override
  AuthorStandings standings() {
    return standings;
  }
}
