package io.moderato.moderation;

class FakeCommentOutboxTest extends CommentOutboxContract {
  private final FakeModeratedCommentRepository fake = new FakeModeratedCommentRepository();

  @Override
  ModeratedCommentRepository comments() {
    return fake;
  }

  @Override
  CommentOutbox outbox() {
    return fake;
  }
}
