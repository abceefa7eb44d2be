package io.moderato.moderation;

import io.moderato.classify.Classification;
import io.moderato.classify.Classifier;
import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.classify.LanguageHint;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.classify.WordHashes;
import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes for spam what speaks of followers. */
public final class FakeClassifier implements Classifier {
  @Override
  public Classification classify(String text, TextFormat format, LanguageHint hint) {
    var spam = text.contains("followers") ? 0.9 : 0.1;
    return new Classification(
        new Scores(Map.of(Label.SPAM, spam)),
        "en",
        true,
        "fake@1",
        List.of(),
        List.of(),
        new TextShape(2, 9, 0, 0, false, 0, 0),
        WordHashes.of(text, format),
        FoldedWords.of(text, format));
  }

  @Override
  public Set<Label> labels() {
    return Set.of(Label.SPAM);
  }
}
