package io.moderato.learning;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.FamiliarWords;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.moderation.TaughtComment;
import io.moderato.moderation.TaughtComments;
import io.moderato.site.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a site's examples page by page, the latest of them. Blocks; not for an event loop. */
final class ReadExamples {
  /** Older ones are left out. */
  static final int MOST = 50_000;

  /** In memory, 4 bytes each: what comments of some 250 features come to, and a bound for longer ones. */
  private static final int MOST_FEATURES = 13_000_000;

  /** Of a longer text the beginning teaches. */
  private static final int MOST_CHARACTERS = 4000;

  private static final int MOST_SUGGESTIONS = 20_000;
  private static final int PAGE = 200;

  private final TaughtComments comments;
  private final SuggestedLabelsRepository suggestions;

  ReadExamples(TaughtComments comments, SuggestedLabelsRepository suggestions) {
    this.comments = comments;
    this.suggestions = suggestions;
  }

  /**
   * In the order of training.
   *
   * @param unheard people whose word does not count
   * @param vocabulary takes in the words of comments
   * @param words takes in the words of all examples
   */
  List<StudiedExample> study(
      SiteId site, Set<String> unheard, Vocabulary vocabulary, FamiliarWords.Collector words) {
    var features = new CommentFeatures();
    var studied = new ArrayList<StudiedExample>();
    int[] left = {MOST_FEATURES};
    Consumer<TrainingExample> study = example -> example.taught(unheard).ifPresent(taught -> {
      features.extract(beginning(example.text()), example.format());
      int[] buckets = features.sorted();
      left[0] -= buckets.length;
      if (left[0] >= 0 && studied.size() < MOST) {
        studied.add(new StudiedExample(
            example.id(),
            taught.at(),
            taught.rejected(),
            taught.by(),
            buckets,
            StudiedExample.hash(buckets)));
      }
    });
    suggestions(site, example -> {
      int before = studied.size();
      study.accept(example);
      if (studied.size() > before) {
        words.addEarlier(features.wordHashes());
      }
    });
    comments(site, example -> {
      int before = studied.size();
      study.accept(example);
      if (studied.size() > before) {
        vocabulary.read(features);
        words.add(features.wordHashes());
      }
      return left[0] > 0 && studied.size() < MOST;
    });
    studied.sort(StudiedExample.ORDER);
    return studied;
  }

  /** What is read of a text. */
  static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  private void suggestions(SiteId site, Consumer<TrainingExample> taker) {
    String after = "";
    for (int read = 0; read < MOST_SUGGESTIONS; read += PAGE) {
      var page = suggestions.list(site, after, PAGE).await();
      page.forEach(each -> TrainingExample.of(each).ifPresent(taker));
      if (page.size() < PAGE) {
        return;
      }
      after = page.get(page.size() - 1).id();
    }
  }

  /** What takes a page after the other until it has enough. */
  interface Taker {
    boolean wantsMoreAfter(TrainingExample example);
  }

  private void comments(SiteId site, Taker taker) {
    TaughtComment.@Nullable Place before = null;
    while (true) {
      var page = comments.latest(site, before, PAGE).await();
      boolean more = true;
      for (var each : page) {
        more = more && taker.wantsMoreAfter(TrainingExample.of(each));
      }
      if (page.size() < PAGE || !more) {
        return;
      }
      before = Objects.requireNonNull(page.get(page.size() - 1)).place();
    }
  }
}
