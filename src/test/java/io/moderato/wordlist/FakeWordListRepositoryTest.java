package io.moderato.wordlist;

class FakeWordListRepositoryTest extends WordListRepositoryContract {
  private final WordListRepository lists = new FakeWordListRepository();

  @Override
  WordListRepository lists() {
    return lists;
  }
}
