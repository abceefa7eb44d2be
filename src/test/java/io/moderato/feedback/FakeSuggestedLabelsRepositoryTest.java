package io.moderato.feedback;

class FakeSuggestedLabelsRepositoryTest extends SuggestedLabelsRepositoryContract {
  private final SuggestedLabelsRepository suggestions = new FakeSuggestedLabelsRepository();

  @Override
  SuggestedLabelsRepository suggestions() {
    return suggestions;
  }
}
