package io.moderato.phrase;

import io.moderato.classify.Aspect;
import io.moderato.classify.Evidence;
import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What phrases tell of one text. Each group speaks with its clearest phrase alone, and groups are taken for independent reasons (a noisy or
 * with a leak: J. Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988): {@code 1 - score = (1 - leak) * product of (1 - weight)}.
 * A scratch pad, overwritten by each text; not thread-safe.
 */
final class PhraseScores {
  /** The score of a text in which nothing was found: phrases miss what they don't know. */
  static final double LEAK = 0.01;

  private static final int NONE = -1;

  private final Phrases phrases;
  private final TextWords text;
  private final PhraseScan scan;
  private final Hits hits;

  /** By group: its clearest hit. */
  private final int[] clearest;

  PhraseScores(Phrases phrases) {
    this.phrases = phrases;
    this.text = new TextWords(phrases.graph().vocabulary(), FoldedWords.of("", TextFormat.TEXT));
    this.scan = new PhraseScan(phrases.graph());
    this.hits = new Hits(phrases, text);
    this.clearest = new int[phrases.groups().size()];
  }

  void read(FoldedWords words) {
    text.read(words);
    hits.clear();
    scan.run(text, hits);
    Arrays.fill(clearest, NONE);
    for (int hit = 0; hit < hits.count(); hit++) {
      int group = hits.group(hit);
      if (clearest[group] == NONE || hits.weight(hit) > hits.weight(clearest[group])) {
        clearest[group] = hit;
      }
    }
  }

  double of(Label label) {
    return score(group -> group.label() == label);
  }

  double of(Aspect aspect) {
    return score(group -> group.aspect() == aspect);
  }

  private double score(Predicate<Phrases.Group> counted) {
    if (hits.count() == 0) {
      return LEAK;
    }
    double not = 1;
    for (int group = 0; group < clearest.length; group++) {
      if (clearest[group] != NONE && counted.test(phrases.groups().get(group))) {
        not *= 1 - hits.weight(clearest[group]);
      }
    }
    return LEAK + (1 - LEAK) * (1 - not);
  }

  /**
   * The phrases that made a label's score, in the order of the text. Their weights share the way from the log-odds of {@link #LEAK} to those
   * of the score, each in proportion to how far it alone would have gone.
   */
  List<Evidence> evidence(Label label, String sent) {
    var spans = new ArrayList<Evidence>();
    double whole = 0;
    for (int group = 0; group < clearest.length; group++) {
      if (counts(group, label)) {
        whole -= Math.log1p(-hits.weight(clearest[group]));
      }
    }
    double way = logOdds(of(label)) - logOdds(LEAK);
    for (int group = 0; group < clearest.length; group++) {
      int hit = clearest[group];
      if (counts(group, label) && hits.begin(hit) < hits.end(hit)) {
        int begin = hits.begin(hit);
        int end = hits.end(hit);
        double share = -Math.log1p(-hits.weight(hit)) / whole;
        spans.add(new Evidence(label, begin, end, sent.substring(begin, end), way * share));
      }
    }
    spans.sort(Comparator.comparingInt(Evidence::begin));
    return spans;
  }

  private boolean counts(int group, Label label) {
    return clearest[group] != NONE
        && phrases.groups().get(group).label() == label
        && hits.weight(clearest[group]) > 0;
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
