package io.moderato.comment;

class FakePostRepositoryTest extends PostRepositoryContract {
  private final PostRepository posts = new FakePostRepository();

  @Override
  PostRepository posts() {
    return posts;
  }
}
