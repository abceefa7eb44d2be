package io.moderato.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.classify.Classifier;
import io.moderato.classify.HashedLinearModel;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.learning.LearnSites;
import io.moderato.learning.LearningApi;
import io.moderato.learning.MongoLearningRepository;
import io.moderato.learning.MongoModelFiles;
import io.moderato.learning.ServedTastes;
import io.moderato.moderation.MongoTaughtComments;
import io.moderato.mongo.Mongo;
import io.moderato.site.SiteRepository;
import io.moderato.sitepolicy.SitePolicies;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Function;

/** The parts by which sites learn their own taste. */
record SiteLearning(ServedTastes tastes, LearnSites learn, LearningApi api) {
  static SiteLearning open(
      Vertx vertx,
      Mongo mongo,
      SiteRepository sites,
      SuggestedLabelsRepository suggestions,
      SitePolicies policies,
      HashedLinearModel base,
      Function<HashedLinearModel, Classifier> beside,
      MeterRegistry metrics,
      Clock clock) {
    var database = mongo.database();
    var publishers = mongo.publishers();
    var learning = new MongoLearningRepository(database, publishers, clock);
    var files = new MongoModelFiles(database, publishers);
    var taught = new MongoTaughtComments(database, publishers);
    var tastes = new ServedTastes(vertx, learning, files, beside, metrics);
    var learn = LearnSites.of(
        vertx, sites, learning, files, taught, suggestions, base, beside, policies::active, clock);
    return new SiteLearning(
        tastes, learn, new LearningApi(learning, tastes, learn, taught, suggestions));
  }
}
