package io.moderato.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.moderato.audit.AuditApi;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditedApi;
import io.moderato.audit.MongoAuditLog;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.ClassifyApi;
import io.moderato.classify.Label;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.MongoPostRepository;
import io.moderato.dropin.akismet.AkismetApi;
import io.moderato.dropin.akismet.CountUsage;
import io.moderato.dropin.akismet.LateVerdicts;
import io.moderato.dropin.akismet.MongoUsageRepository;
import io.moderato.dropin.coral.CoralApi;
import io.moderato.dropin.openai.OpenAiApi;
import io.moderato.dropin.perspective.PerspectiveApi;
import io.moderato.erasure.EraseAuthor;
import io.moderato.erasure.ErasureApi;
import io.moderato.feedback.FeedbackApi;
import io.moderato.feedback.MongoSuggestedLabelsRepository;
import io.moderato.feedback.RecordFeedback;
import io.moderato.http.Contract;
import io.moderato.http.ContractRouter;
import io.moderato.http.DocsApi;
import io.moderato.http.HealthApi;
import io.moderato.http.OperatorKey;
import io.moderato.http.SiteAuthentication;
import io.moderato.learning.LearnSites;
import io.moderato.learning.TeachingSuggestions;
import io.moderato.listadmin.ChangeList;
import io.moderato.listadmin.PreviewEntries;
import io.moderato.listadmin.WordListsApi;
import io.moderato.model.CapabilitiesApi;
import io.moderato.model.DoorCoverage;
import io.moderato.model.ModelCard;
import io.moderato.model.ModelStore;
import io.moderato.model.ServingModels;
import io.moderato.moderation.BatchApi;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.CommentsApi;
import io.moderato.moderation.EditComment;
import io.moderato.moderation.GatherSignals;
import io.moderato.moderation.ImportHistory;
import io.moderato.moderation.JudgeAgain;
import io.moderato.moderation.JudgeComment;
import io.moderato.moderation.ModerateComment;
import io.moderato.moderation.MongoAuthorStandings;
import io.moderato.moderation.MongoCommentOutbox;
import io.moderato.moderation.MongoModeratedCommentRepository;
import io.moderato.moderation.MongoRelatedComments;
import io.moderato.moderation.MongoStoredComments;
import io.moderato.moderation.PostWords;
import io.moderato.moderation.PostsApi;
import io.moderato.moderation.PurgeExpired;
import io.moderato.moderation.RememberChange;
import io.moderato.moderation.SubmissionReader;
import io.moderato.moderation.SubmittedIds;
import io.moderato.moderator.ModeratorsApi;
import io.moderato.mongo.Migration;
import io.moderato.phrase.PhraseClassifier;
import io.moderato.policy.Presets;
import io.moderato.recent.FollowStore;
import io.moderato.recent.RecentComments;
import io.moderato.replay.ActivationGate;
import io.moderato.replay.CandidateModels;
import io.moderato.replay.DecisionReplayApi;
import io.moderato.replay.MongoShadowRepository;
import io.moderato.replay.Replay;
import io.moderato.replay.ReplayApi;
import io.moderato.replay.ReplayThreads;
import io.moderato.replay.ShadowApi;
import io.moderato.replay.Shadows;
import io.moderato.replay.TrialReader;
import io.moderato.review.MongoCampaignDecisions;
import io.moderato.review.StandingCampaigns;
import io.moderato.site.KeySecret;
import io.moderato.site.MongoSiteRepository;
import io.moderato.site.SiteDirectory;
import io.moderato.siteadmin.ChangeSite;
import io.moderato.siteadmin.SitesApi;
import io.moderato.sitepolicy.ChangePolicy;
import io.moderato.sitepolicy.MongoPolicyRepository;
import io.moderato.sitepolicy.PoliciesApi;
import io.moderato.sitepolicy.SitePolicies;
import io.moderato.transfer.ActivationPart;
import io.moderato.transfer.ExportApi;
import io.moderato.transfer.HistoryApi;
import io.moderato.transfer.ListPart;
import io.moderato.transfer.PolicyPart;
import io.moderato.transfer.ShadowPart;
import io.moderato.transfer.StandingPart;
import io.moderato.transfer.SuggestionPart;
import io.moderato.transfer.TakeExamples;
import io.moderato.transfer.WebhookPart;
import io.moderato.webhook.AddressGuard;
import io.moderato.webhook.DeliveriesApi;
import io.moderato.webhook.DnsNames;
import io.moderato.webhook.GuardedSender;
import io.moderato.webhook.MongoDeliveryRepository;
import io.moderato.webhook.Webhooks;
import io.moderato.webhook.WebhooksApi;
import io.moderato.wordlist.ListDirectory;
import io.moderato.wordlist.MongoWordListRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.types.ObjectId;

/** The service: builds every part, hands each what it needs, and starts and stops them in order. */
public final class Application implements AutoCloseable {
  private static final long PURGE_EVERY_MS = Duration.ofMinutes(10).toMillis();
  private static final long STORE_USAGE_EVERY_MS = Duration.ofSeconds(10).toMillis();

  private final Vertx vertx;
  private final ClassifierPool classifiers;
  private final LearnSites learn;
  private final People people;
  private final DnsNames names;
  private final ReplayThreads replays;
  private final FollowStore follow;
  private final Store store;
  private final CountUsage usage;
  private final int port;
  private final Future<Optional<KeySecret>> prepared;

  private Application(
      Vertx vertx,
      ClassifierPool classifiers,
      LearnSites learn,
      People people,
      DnsNames names,
      ReplayThreads replays,
      FollowStore follow,
      Store store,
      CountUsage usage,
      int port,
      Future<Optional<KeySecret>> prepared) {
    this.vertx = vertx;
    this.classifiers = classifiers;
    this.learn = learn;
    this.people = people;
    this.names = names;
    this.replays = replays;
    this.follow = follow;
    this.store = store;
    this.usage = usage;
    this.port = port;
    this.prepared = prepared;
  }

  /**
   * Starts the service; returns when it takes requests. A MongoDB that is down does not keep it from starting. Not for an event
   * loop's thread.
   *
   * @throws RuntimeException with a sentence that says what to do, where a model, the data folder or the port can't be used
   */
  public static Application start(Settings settings) {
    return start(settings, Clock.systemUTC(), BeforeServing.NOTHING);
  }

  /** @param first runs when the store can be used, and before requests are taken */
  static Application start(Settings settings, Clock clock, BeforeServing first) {
    var loading =
        CompletableFuture.supplyAsync(Contract::load); // the slowest part; it needs nobody
    var models = new ModelStore(settings.modelsDir()).serving();
    var vertx = Vertx.vertx();
    try {
      var store = Store.open(vertx, settings);
      try {
        return start(settings, clock, vertx, models, loading.join(), store, first);
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    } catch (RuntimeException e) {
      vertx.close();
      throw e;
    }
  }

  private static Application start(
      Settings settings,
      Clock clock,
      Vertx vertx,
      ServingModels models,
      Contract contract,
      Store store,
      BeforeServing first) {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var mongo = store.mongo();
    var adminKey = new AdminKey(mongo, settings.adminKey());
    var prepared = new PrepareStore(vertx, new Migration(mongo), adminKey).run();

    var sites = new MongoSiteRepository(mongo.database(), mongo.publishers());
    var posts = new MongoPostRepository(mongo.database(), mongo.publishers());
    var comments = new MongoModeratedCommentRepository(mongo.database(), mongo.publishers());
    var standings = new MongoAuthorStandings(mongo.database(), mongo.publishers());
    var directory = new SiteDirectory(sites, clock);
    var changeSite = new ChangeSite(sites, directory);

    var audit = new MongoAuditLog(mongo.database(), mongo.publishers());
    var auditIds = new AuditIds(clock);
    var people = People.open(vertx, mongo, directory, audit, auditIds, settings.signIn(), clock);

    var lists = new MongoWordListRepository(mongo.database(), mongo.publishers());
    var listDirectory = new ListDirectory(lists, vertx, clock);

    var cards =
        Stream.concat(models.cards().stream(), Stream.of(ModelCard.ofPhrases())).toList();
    var byLanguage = models.byLanguage();
    var learnt = new OpenNlpClassifier(byLanguage);
    var classifier = new PhraseClassifier(learnt);
    var covered = classifier.labels();
    var classifiers = new ClassifierPool(vertx, classifier, settings.classifyThreads());
    var policies = new MongoPolicyRepository(mongo.database(), mongo.publishers());
    var sitePolicies = new SitePolicies(vertx, policies);
    vertx.executeBlocking(
        Presets::defaultPolicy,
        false); // reading it takes part of a second: not when the first comment comes
    var suggestions = new MongoSuggestedLabelsRepository(mongo.database(), mongo.publishers());
    var learning = SiteLearning.open(
        vertx,
        mongo,
        sites,
        suggestions,
        sitePolicies,
        models.base().model(),
        taste -> new PhraseClassifier(learnt.with(taste)),
        metrics,
        clock);
    var teaching = new TeachingSuggestions(suggestions, learning.learn()::taught);
    prepared.onSuccess(ready -> learning.learn().start());
    var recent = new RecentComments(
        settings.signals().recentComments(), settings.signals().recentAge(), clock);
    var gatherSignals = new GatherSignals(
        vertx,
        listDirectory,
        classifiers,
        learning.tastes(),
        comments,
        standings,
        new PostWords(posts, classifiers),
        recent,
        settings.signals().budget(),
        clock,
        metrics);
    var candidates = new CandidateModels(vertx, new ModelStore(settings.modelsDir()), byLanguage);
    var shadowRepository = new MongoShadowRepository(mongo.database(), mongo.publishers());
    var shadows = new Shadows(shadowRepository, sitePolicies, candidates, classifiers, metrics);
    var judge = new JudgeComment(gatherSignals, sitePolicies::active, shadows, clock, metrics);
    var campaigns = new StandingCampaigns(
        new MongoCampaignDecisions(mongo.database(), mongo.publishers()),
        comments,
        audit,
        auditIds,
        clock);
    var moderate = new ModerateComment(judge, comments, posts, recent, campaigns);
    var changeComment = new ChangeComment(
        comments, new RememberChange(classifiers, recent), learning.learn()::taught);
    var recordFeedback = new RecordFeedback(changeComment, audit, auditIds, clock);
    var usage =
        new CountUsage(new MongoUsageRepository(mongo.database(), mongo.publishers()), clock);
    var akismet = new AkismetApi(
        directory,
        moderate,
        new JudgeAgain(judge, changeComment),
        recordFeedback,
        comments,
        usage,
        clock);
    var reader = new SubmissionReader(clock);
    var ids = new SubmittedIds(() -> new ObjectId().toHexString());

    var deliveries = new MongoDeliveryRepository(mongo.database(), mongo.publishers());
    var eraseAuthor = new EraseAuthor(
        new MongoRelatedComments(mongo.database(), mongo.publishers()),
        comments,
        recent,
        deliveries,
        teaching,
        standings,
        learning.api()::forget,
        audit,
        auditIds,
        clock);
    var names = new DnsNames(vertx);
    var guard = new AddressGuard(settings.webhookNetworks(), names);
    var replay = new Replay(comments);
    var replayThreads = new ReplayThreads(vertx);

    var review = Review.open(
        vertx,
        mongo,
        directory,
        comments,
        posts,
        standings,
        campaigns,
        changeComment,
        recent,
        audit,
        auditIds,
        clock);
    var begin = clock.instant();
    prepared.onSuccess(ready -> review.start(vertx, store.isShared(), begin));

    var changeList = new ChangeList(lists, listDirectory, vertx);
    var parts = List.of(
        new PolicyPart(vertx, policies),
        new ActivationPart(changeSite, sitePolicies),
        new ListPart(lists, changeList),
        new ShadowPart(shadowRepository, shadows),
        new WebhookPart(changeSite, guard, clock),
        new SuggestionPart(teaching),
        new StandingPart(standings));

    var history = new HistoryApi(
        new ImportHistory(judge, comments, posts, learning.learn()::taught), parts, reader, clock);
    var takeExamples = new TakeExamples(vertx, contract.operation("importHistory"), history);

    var changePolicy = new ChangePolicy(sites, directory, policies, sitePolicies, clock);
    var routes = new Routes(
        new SitesApi(sites, directory, clock),
        new PoliciesApi(
            changePolicy, policies, sitePolicies, new ActivationGate(replay, replayThreads)),
        new CommentsApi(
            moderate, new EditComment(judge, changeComment, clock), comments, reader, ids),
        new BatchApi(moderate, reader, ids),
        new ErasureApi(eraseAuthor),
        new FeedbackApi(recordFeedback, clock),
        new WebhooksApi(changeSite, guard, clock),
        new DeliveriesApi(deliveries, changeSite, () -> new ObjectId().toHexString(), clock),
        new PostsApi(posts, comments, clock),
        history,
        new ExportApi(posts, comments, parts, clock),
        new WordListsApi(lists, changeList, new PreviewEntries(comments, vertx), clock),
        new ReplayApi(new TrialReader(vertx, sitePolicies, candidates), replay, replayThreads),
        new ShadowApi(
            shadowRepository, shadows, sitePolicies, candidates, comments, replayThreads, clock),
        new DecisionReplayApi(comments, sitePolicies),
        review.api(),
        review.campaignsApi(),
        learning.api(),
        new ModeratorsApi(people.accounts()),
        new AuditApi(audit, auditIds),
        new AuditedApi(audit, auditIds),
        new ClassifyApi(classifiers, () -> !mongo.isReachable()),
        new CapabilitiesApi(
            cards, Version.current(), settings.http().maxBodyBytes(), coverage(covered)),
        new HealthApi(
            () -> prepared.isComplete() ? mongo.ping() : Future.failedFuture("not prepared"),
            metrics),
        new DocsApi(contract));
    var doors = List.of(
        akismet,
        new PerspectiveApi(
            directory, classifiers, teaching, covered, settings.signIn().address(), clock),
        new OpenAiApi(directory, classifiers, models.base().card().version()),
        new CoralApi(directory, moderate, clock));
    var desk = Desk.pages(
        vertx,
        sites,
        directory,
        comments,
        review,
        eraseAuthor,
        audit,
        auditIds,
        learning.api(),
        takeExamples::take,
        people,
        clock);
    var router = new ContractRouter(
        contract,
        routes.operations(),
        new SiteAuthentication(directory, new OperatorKey(adminKey::hash)),
        metrics,
        settings.http().maxInFlight(),
        settings.http().maxBodyBytes(),
        Stream.of(people.pages(), desk, doors).flatMap(List::stream).toList());

    var stored = new MongoStoredComments(mongo.database(), mongo.publishers());
    var follow = new FollowStore(vertx, stored, recent, store.isShared(), clock);
    prepared.onSuccess(ready -> follow.start());

    for (var kept : List.of(comments, suggestions)) {
      var purge = new PurgeExpired(kept, clock);
      vertx.setPeriodic(PURGE_EVERY_MS, tick -> purge.run());
    }
    vertx.setPeriodic(STORE_USAGE_EVERY_MS, tick -> usage.store());
    vertx.deployVerticle(Webhooks.verticle(
        new MongoCommentOutbox(mongo.database(), mongo.publishers()),
        deliveries,
        directory,
        changeSite,
        new LateVerdicts(),
        new GuardedSender(vertx, guard),
        metrics,
        clock));
    first.run(prepared, sites, changePolicy, people.accounts(), moderate, comments, review);
    var port = HttpServers.listen(vertx, settings.http(), router);
    return new Application(
        vertx,
        classifiers,
        learning.learn(),
        people,
        names,
        replayThreads,
        follow,
        store,
        usage,
        port,
        prepared);
  }

  private static List<DoorCoverage> coverage(Set<Label> covered) {
    return List.of(
        new DoorCoverage(
            "perspective",
            PerspectiveApi.attributes(covered, true),
            PerspectiveApi.attributes(covered, false)),
        new DoorCoverage(
            "openai", OpenAiApi.categories(covered, true), OpenAiApi.categories(covered, false)));
  }

  public int port() {
    return port;
  }

  /** Completes when the store can be used; with the operator's key if it was made just now, which is never shown again. */
  public Future<Optional<KeySecret>> prepared() {
    return prepared;
  }

  /** Takes no more requests, lets those under way end, then closes the store. */
  @Override
  public void close() {
    usage.storeLast();
    learn.close();
    vertx.close().await();
    people.close();
    names.close();
    replays.close();
    classifiers.close();
    store.close();
  }
}
