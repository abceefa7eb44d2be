package io.moderato.learning;

import io.moderato.training.PublicData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A site with a taste of its own: public comments in the order in which they come, and what its moderator would do with each. */
record ScriptedSite(String name, List<Arrival> arrivals) {
  private static final int MOST = 5000;
  private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

  /** @param rejected what the moderator decides of it */
  record Arrival(String text, boolean rejected) {}

  /** Swearing and insults stay; links, spam, threats and attacks on people for what they are go. */
  static ScriptedSite swearingButNoLinks() {
    var random = new Random(1);
    var all = new ArrayList<Arrival>();
    take(all, random, 1500, "kaggle_insults_2012/kaggle_insults_2012.tsv.gz", row -> false);
    take(
        all,
        random,
        1200,
        "jigsaw_sample/jigsaw_sample.tsv.gz",
        row -> row.number("threat") + row.number("identity_hate") > 0);
    take(
        all,
        random,
        1300,
        "youtube_spam_uci/youtube_spam_uci.tsv.gz",
        row -> row.number("spam") > 0);
    take(all, random, 800, "ucc_news_comments/ucc_news_comments.tsv.gz", row -> false);
    take(
        all,
        random,
        400,
        "datacamp_blog_comments/datacamp_blog_comments.tsv.gz",
        row -> row.number("spam") > 0);
    Collections.shuffle(all, random);
    return new ScriptedSite("swearing, no links", all.subList(0, Math.min(MOST, all.size())));
  }

  private static void take(
      List<Arrival> all, Random random, int count, String file, Predicate<PublicData.Row> isBad) {
    var rows = PublicData.rows(file);
    Collections.shuffle(rows, random);
    rows.stream()
        .limit(count)
        .map(row -> new Arrival(row.text(), LINK.matcher(row.text()).find() || isBad.test(row)))
        .forEach(all::add);
  }

  /** Readers of a newspaper who do not want to be talked down to: condescension, hostility and unfair generalisations go. */
  static ScriptedSite noCondescension() {
    var all = new ArrayList<Arrival>();
    for (var row : PublicData.rows("ucc_news_comments/ucc_news_comments.tsv.gz")) {
      boolean isUnhealthy = row.number("condescending")
              + row.number("hostile")
              + row.number("antagonize")
              + row.number("dismissive")
              + row.number("generalisation_unfair")
          > 0.5;
      all.add(new Arrival(row.text(), isUnhealthy));
    }
    Collections.shuffle(all, new Random(1));
    return new ScriptedSite("no condescension", all.subList(0, Math.min(MOST, all.size())));
  }
}
