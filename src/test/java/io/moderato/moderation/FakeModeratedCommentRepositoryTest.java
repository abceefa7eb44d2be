package io.moderato.moderation;

class FakeModeratedCommentRepositoryTest extends ModeratedCommentRepositoryContract {
  private final ModeratedCommentRepository comments = new FakeModeratedCommentRepository();

  @Override
  ModeratedCommentRepository comments() {
    return comments;
  }
}
