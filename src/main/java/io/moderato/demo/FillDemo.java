package io.moderato.demo;

import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.demo.Filled.SignIn;
import io.moderato.demo.MadeUpSite.MadeUpComment;
import io.moderato.demo.MadeUpSite.MadeUpPost;
import io.moderato.demo.MadeUpSite.Reader;
import io.moderato.moderation.ModerateComment;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.Origin;
import io.moderato.moderation.Status;
import io.moderato.moderation.Submission;
import io.moderato.moderator.Accounts;
import io.moderato.moderator.NewPassword;
import io.moderato.moderator.Role;
import io.moderato.policy.PolicyReader;
import io.moderato.signals.Standing;
import io.moderato.site.ActivationRequirements;
import io.moderato.site.DoorSettings;
import io.moderato.site.DrawRates;
import io.moderato.site.Privacy;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.site.SiteRepository;
import io.moderato.sitepolicy.ChangePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Lets two weeks of a made-up site happen within seconds, in an empty store: each comment goes the way of every comment, and two moderators
 * decide as on the page, at the times that the clock is set to. What came last is left to whoever looks.
 */
public final class FillDemo {
  /** How far back it begins. */
  public static final Duration BACK = Duration.ofDays(14);

  private static final String OPERATOR = "operator";
  private static final Duration LATE = Duration.ofHours(20);
  private static final double EARLY = 1.6;
  private static final double UNHURRIED_SECONDS = 45;

  private final SiteRepository sites;
  private final ChangePolicy policies;
  private final Accounts accounts;
  private final ModerateComment moderate;
  private final ModeratedCommentRepository comments;
  private final Colleagues colleagues;
  private final DemoClock clock;

  /** @param clock that all parts of the service go by */
  public FillDemo(
      SiteRepository sites,
      ChangePolicy policies,
      Accounts accounts,
      ModerateComment moderate,
      ModeratedCommentRepository comments,
      Colleagues colleagues,
      DemoClock clock) {
    this.sites = sites;
    this.policies = policies;
    this.accounts = accounts;
    this.moderate = moderate;
    this.comments = comments;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /** Something that is told to have happened. */
  private record Happening(Instant at, Runnable what) {}

  /**
   * Returns when all has happened, and the clock goes. Not for an event loop's thread.
   *
   * @param progress takes how many comments have come so far
   */
  public Filled fill(IntConsumer progress) {
    var filled = new Filling(MadeUpSite.read(), progress).fill();
    clock.go();
    return filled;
  }

  private final class Filling {
    private final MadeUpSite made;
    private final IntConsumer progress;
    private final Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    private final Site site;
    private final List<SignIn> signIns;
    private final DecisionPlan plan;
    private final PriorityQueue<Happening> happenings =
        new PriorityQueue<>(Comparator.comparing(Happening::at));
    private final List<CommentId> sent = new ArrayList<>();

    Filling(MadeUpSite made, IntConsumer progress) {
      this.made = made;
      this.progress = progress;
      this.site = addSite();
      this.signIns = made.moderators().stream().map(this::addModerator).toList();
      this.plan = new DecisionPlan(
          signIns.stream().map(each -> each.moderator().who()).toList(), made.rejectReasons(), now);
    }

    private Site addSite() {
      var begin = clock.instant();
      var added = new Site(
          new SiteId(made.id()),
          made.name(),
          made.url(),
          List.of("en"),
          null,
          Privacy.DEFAULT,
          DoorSettings.DEFAULT,
          List.of(),
          made.rejectReasons(),
          DrawRates.NONE,
          ActivationRequirements.NONE,
          List.of(),
          List.of(),
          List.of(),
          begin,
          1);
      sites.addIfNew(added).await();
      var policy = policies
          .store(added.id(), PolicyReader.read(MadeUpSite.readPolicy(), 1), OPERATOR, "")
          .await()
          .orElseThrow();
      policies.activate(added.id(), policy.id(), OPERATOR).await();
      return sites.find(added.id()).await().orElseThrow();
    }

    private SignIn addModerator(MadeUpSite.Person person) {
      var password = NewPassword.random();
      var moderator = accounts
          .create(
              OPERATOR,
              person.login(),
              person.name(),
              Role.of(person.role()),
              Set.of(site.id()),
              password)
          .await();
      return new SignIn(moderator, password.text());
    }

    Filled fill() {
      made.readPosts().forEach(this::planPost);
      made.readers().forEach(this::planStanding);
      while (!happenings.isEmpty()) {
        var next = happenings.remove();
        clock.set(next.at());
        next.what().run();
      }
      return counted();
    }

    private void planPost(MadeUpPost post) {
      var published = now.minus(seconds(post.daysAgo() * 24 * 3600));
      var number = 0;
      for (var comment : post.comments()) {
        var share = Math.pow((number + 0.5) / post.comments().size(), EARLY);
        plan(post, ++number, comment, published.plus(seconds(share * post.hours() * 3600)));
      }
      var late = 0;
      for (var comment : post.late()) {
        var share = (++late - 0.5) / post.late().size();
        plan(post, ++number, comment, now.minus(seconds((1 - share) * LATE.toSeconds())));
      }
    }

    private static Duration seconds(double seconds) {
      return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private void plan(MadeUpPost post, int number, MadeUpComment comment, Instant at) {
      happenings.add(new Happening(at, () -> submit(post, number, comment, at)));
    }

    private void submit(MadeUpPost post, int number, MadeUpComment wanted, Instant at) {
      var submission = new Submission(
          comment(post, number, wanted, at),
          new Post(
              site.id(),
              new PostId(post.id()),
              made.url() + "/" + post.id(),
              post.title(),
              post.body(),
              at),
          false,
          Origin.NATIVE);
      if (!(moderate.moderate(site, submission).await() instanceof Stored stored)) {
        throw new IllegalStateException("%s %d was not stored".formatted(post.id(), number));
      }
      var id = stored.comment().comment().id();
      sent.add(id);
      progress.accept(sent.size());
      plan.of(wanted, at, stored.comment().status())
          .forEach(act -> happenings.add(new Happening(act.at(), () -> decide(id, act))));
    }

    private Comment comment(MadeUpPost post, int number, MadeUpComment wanted, Instant at) {
      var answered = wanted.to();
      var seconds = wanted.seconds();
      return new Comment(
          site.id(),
          id(post, number),
          new PostId(post.id()),
          answered == null ? null : id(post, answered),
          author(wanted.by()),
          wanted.text(),
          TextFormat.TEXT,
          at,
          false,
          seconds == null ? UNHURRIED_SECONDS : seconds);
    }

    private static CommentId id(MadeUpPost post, int number) {
      return new CommentId(post.id() + "-" + number);
    }

    private Author author(String by) {
      var reader = made.readers().get(by);
      return reader == null
          ? new Author(slug(by), by, null, null, null, null)
          : new Author(by, reader.name(), by + "@mail.example", reader.url(), null, null);
    }

    private static String slug(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void decide(CommentId comment, DecisionPlan.Planned act) {
      var done = colleagues.act(act.who(), site.id(), comment, act.act(), act.reason(), act.note());
      if (act.slip()) {
        colleagues.undo(act.who(), site.id(), done);
      }
    }

    private void planStanding(String key, Reader reader) {
      var standing = reader.standing();
      if (standing != null) {
        happenings.add(new Happening(
            now.minus(plan.standingsAgo()),
            () -> colleagues.judge(plan.first(), site.id(), "id:" + key, Standing.of(standing))));
      }
    }

    private Filled counted() {
      var counts = new EnumMap<Status, Integer>(Status.class);
      sent.forEach(id -> counts.merge(
          comments.find(site.id(), id).await().orElseThrow().status(), 1, Integer::sum));
      return new Filled(
          site.name(),
          signIns,
          counts.getOrDefault(Status.APPROVED, 0),
          counts.getOrDefault(Status.HELD, 0),
          counts.getOrDefault(Status.REJECTED, 0),
          colleagues.acts());
    }
  }
}
