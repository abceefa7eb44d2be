package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What holds for any site: the calm ones of the short comments of our own that come with the service belong there. Light beside a site's own
 * examples, they keep a site's model from holding whatever it never met. What abuse is they do not tell: that is the base model's part.
 */
public final class CommonLessons {
  /** Of one, beside an example of the site's own. */
  private static final double WEIGHT = 0.05;

  private CommonLessons() {}

  public static List<Lesson> shipped() {
    var own = DataSets.all().stream().filter(DataSet::isShipped).findFirst().orElseThrow();
    var features = new CommentFeatures();
    try {
      return DataSets.read(own, Path.of(""), 0, BrokenRows.STOP).stream()
          .filter(each -> each.targets().values().stream().allMatch(target -> target == 0))
          .map(each -> calm(features, each))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(own.file() + " can't be read", e);
    }
  }

  private static Lesson calm(CommentFeatures features, Example example) {
    features.extract(example.text(), TextFormat.TEXT);
    return new Lesson(features.sorted(), 0, WEIGHT, example.key());
  }
}
