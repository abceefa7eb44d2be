package io.moderato.learning;

import io.moderato.classify.FamiliarWords;
import io.moderato.classify.Label;
import io.moderato.classify.WordHashes;
import io.moderato.comment.TextFormat;
import io.moderato.mongo.Mongo;
import io.moderato.site.SiteId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A site that has learnt from {@code moderator:anna} and {@code moderator:ben}: number 2 serves, number 1 did, number 3 is tried and refused. */
public final class LearntSite {
  private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");

  /** All that it learnt from. */
  public static final String FAMILIAR =
      "The roses by the garden wall want water, compost and patient pruning every spring.";

  private LearntSite() {}

  private static FamiliarWords familiar() {
    var words = new FamiliarWords.Collector();
    IntStream.range(0, 60).forEach(i -> words.add(WordHashes.of(FAMILIAR, TextFormat.TEXT)));
    return words.familiar();
  }

  /** @param decisions so many were predicted */
  public static void store(Mongo mongo, SiteId site, int decisions) {
    var files = new MongoModelFiles(mongo.database(), mongo.publishers());
    var model = TasteFile.of(
        io.moderato.classify.Models.knowing(Label.SITE, -1, Map.of("goals", 9.0)), familiar());
    IntStream.of(1, 2, 3).forEach(number -> files.put(site, number, model).await());
    var learning = Learning.NONE
        .with(Models.NONE
            .challengedBy(model(1, new BaseCheck(596, 12, 12, 156, 44, 42)))
            .crowned()
            .challengedBy(model(2, new BaseCheck(596, 9, 12, 156, 46, 42)))
            .crowned()
            .challengedBy(model(3, new BaseCheck(596, 72, 12, 156, 30, 42))))
        .counted(
            List.of(),
            List.of(
                new Account("moderator:anna", 110, 190, 0.93, 1),
                new Account("moderator:ben", 21, 24, 0.48, 0.05)))
        .with(new Learnt(
            List.of(new Learnt.Word("goals", 2.4, 31)),
            List.of(new Learnt.Word("roses", -1.9, 40)),
            0.31,
            0.12));
    for (int i = 0; i < decisions; i++) {
      learning = learning.and(decided(i));
    }
    new MongoLearningRepository(mongo.database(), mongo.publishers(), Clock.systemUTC())
        .replace(site, learning.revised())
        .await();
  }

  private static TasteModel model(int number, BaseCheck onBase) {
    var at = BEGIN.plusSeconds(3600L * number);
    return new TasteModel(number, at, 100 + number, 180 + number, at, "digest" + number, onBase);
  }

  private static Prediction decided(int i) {
    boolean rejected = i % 4 == 0;
    double champion = rejected ? 0.95 - i % 37 / 50.0 : 0.05 + i % 23 / 60.0;
    return new Prediction(
        "c-" + i,
        BEGIN.plusSeconds(900L * i),
        "moderator:anna",
        rejected,
        i % 7 == 0,
        champion,
        Math.min(0.99, champion + i % 5 / 12.0),
        i % 9 == 0 ? "de" : "en",
        List.of(i % 2 == 0 ? "SITE" : "TOXIC"),
        i);
  }
}
