package io.moderato.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.training.BrokenRows;
import io.moderato.training.PublicData;
import io.moderato.training.TsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replayed campaign: 500 variants of one text by 500 authors, among 5,000 other comments. Seeds and texts are not those of the tuning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignTest {
  private static final int VARIANTS = 500;
  private static final int OTHERS = 5000;
  private static final int RECOGNISED = 480;

  private static final String[] SUBJECTS = {
    "bridge", "recipe", "election", "garden", "camera", "novel", "goalkeeper", "museum", "kitchen",
        "storm", "violin", "harbour",
    "teacher", "budget", "bicycle", "glacier", "theatre", "engine", "vaccine", "orchard",
        "satellite", "wedding", "mayor", "puzzle"
  };
  private static final String[] VERBS = {
    "surprised",
    "bored",
    "cheered",
    "confused",
    "moved",
    "annoyed",
    "impressed",
    "reminded",
    "helped",
    "troubled",
    "amused",
    "worried"
  };
  private static final String[] RARE = {
    "lately",
    "in spring",
    "at school",
    "near Lisbon",
    "with my sister",
    "on the radio",
    "years ago",
    "by accident",
    "after lunch",
    "in chapter two",
    "on the train",
    "without reason",
    "for the price",
    "during the match",
    "since Tuesday",
    "under the roof"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Finest leather handbags straight from the factory, amazing colours, free shipping worldwide and guaranteed refunds. Visit http://bags.example.com before Sunday!",
        "I lost my savings to a broker until engineer Howard recovered every coin. He is quick, honest and a great listener. Contact him through his website http://howard.example.com for help.",
        "Tired of losing at poker? Download our robot, it plays for you and wins every evening. Trial version free for beginners.",
        "Our agency writes term papers, theses and reports at the best price. Real experts, quick answers, zero plagiarism. Order at http://papers.example.com today."
      })
  void variants_are_one_campaign_and_no_other_comment_is_in_it(String spam) throws IOException {
    for (long seed = 101; seed <= 103; seed++) {
      assertRecognised(spam, seed, madeUp(seed));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Finest leather handbags straight from the factory, amazing colours, free shipping worldwide and guaranteed refunds. Visit http://bags.example.com before Sunday!",
        "I lost my savings to a broker until engineer Howard recovered every coin. He is quick, honest and a great listener. Contact him through his website http://howard.example.com for help.",
        "Our agency writes term papers, theses and reports at the best price. Real experts, quick answers, zero plagiarism. Order at http://papers.example.com today."
      })
  void no_real_comment_is_taken_for_a_variant(String spam) throws IOException {
    var real = real();
    for (long seed = 201; seed <= 202; seed++) {
      Collections.shuffle(real, new Random(seed));
      assertRecognised(spam, seed, real.subList(0, OTHERS));
    }
  }

  private static void assertRecognised(String spam, long seed, List<String> others) {
    var variants = new CampaignVariants(seed);
    var texts = new ArrayList<String[]>();
    for (int i = 0; i < VARIANTS; i++) {
      texts.add(new String[] {"spam-" + i, variants.of(spam)});
    }
    for (int i = 0; i < OTHERS; i++) {
      texts.add(new String[] {"other-" + i, others.get(i)});
    }
    Collections.shuffle(texts, new Random(seed));

    var recent = SomeRecentComments.empty(100_000, Clock.systemUTC());
    var recognised = new HashMap<String, Integer>();
    var taken = new HashMap<String, Integer>();
    for (var text : texts) {
      var comment =
          SomeRecentComments.comment(text[0], "author of " + text[0], text[1], Instant.now());
      var campaign = recent.meet(comment).orElseThrow().repeats().campaign();
      if (campaign != null) {
        (text[0].startsWith("spam") ? recognised : taken).merge(campaign, 1, Integer::sum);
      }
    }

    var largest = Collections.max(recognised.entrySet(), Map.Entry.comparingByValue());
    System.out.printf(
        "seed %d: %d of %d variants are one campaign%n", seed, largest.getValue(), VARIANTS);
    assertThat(largest.getValue()).as("seed %d", seed).isGreaterThanOrEqualTo(RECOGNISED);
    assertThat(largest.getKey()).startsWith("spam");
    assertThat(taken).doesNotContainKey(largest.getKey());
  }

  private static List<String> madeUp(long seed) {
    var random = new Random(seed);
    var texts = new ArrayList<String>();
    for (int i = 0; i < OTHERS; i++) {
      var text = new StringBuilder("I think");
      int sentences = 1 + random.nextInt(3);
      for (int s = 0; s < sentences; s++) {
        text.append(" the %s %s me %s, and the %s %s us %s."
            .formatted(
                any(SUBJECTS, random),
                any(VERBS, random),
                any(RARE, random),
                any(SUBJECTS, random),
                any(VERBS, random),
                any(RARE, random)));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String any(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  private static List<String> real() throws IOException {
    var real = new ArrayList<String>();
    for (var set : List.of("ucc_news_comments", "wiki_context_toxicity", "fox_news_comments")) {
      var file = PublicData.folder().resolve(set).resolve(set + ".tsv.gz");
      assumeTrue(
          Files.exists(file), "without the public data sets, only made-up comments are tried");
      TsvFile.read(file, BrokenRows.STOP, row -> real.add(row.text("text")));
    }
    return real;
  }
}
