package io.moderato.moderator;

class FakeModeratorRepositoryTest extends ModeratorRepositoryContract {
  private final ModeratorRepository moderators = new FakeModeratorRepository();

  @Override
  ModeratorRepository moderators() {
    return moderators;
  }
}
