package io.moderato.moderation;

import static io.moderato.moderation.ModeratedComments.BLOG;
import static io.moderato.moderation.ModeratedComments.NOW;
import static io.moderato.moderation.ModeratedComments.POST;
import static io.moderato.moderation.ModeratedComments.approved;
import static io.moderato.moderation.ModeratedComments.comment;
import static io.moderato.moderation.ModeratedComments.judgement;
import static io.moderato.moderation.ModeratedComments.moderated;
import static io.moderato.moderation.ModeratedComments.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Evidence;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Decision;
import io.moderato.policy.ReadValue;
import io.moderato.policy.Reason;
import io.moderato.policy.Verdict;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.ListHit;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ModeratedCommentRepositoryContract {
  /** Far ahead, so that a server does not erase on its own what a test is about to. */
  private static final Instant FAR = Instant.parse("2126-11-22T10:00:00Z");

  private static final Author ADA = new Author("ada", null, null, null, null, null);
  private static final Author BEN = new Author(null, "Ben", "ben@example.org", null, null, null);

  abstract ModeratedCommentRepository comments();

  @Test
  void all_comments_of_a_site_come_page_by_page_each_once_whatever_became_of_them() {
    var ids = List.of("c-10", "c-2", "a/b", "ü 🌉", "c-1", "/", "z");
    ids.forEach(id -> add(id, NOW));
    var comment = comment("c-1", "Thanks.");
    var foreign = new Comment(
        new SiteId("blog-2"),
        comment.id(),
        comment.post(),
        null,
        comment.author(),
        comment.text(),
        comment.format(),
        comment.submittedAt(),
        false,
        null);
    comments()
        .addIfNew(ModeratedComment.first(
            foreign, Origin.NATIVE, ThreadPlace.root(foreign), judgement(Verdict.REJECT), null))
        .await();

    var pages = new ArrayList<List<String>>();
    CommentId after = null;
    do {
      var page = comments().all(BLOG, after, 3).await();
      pages.add(page.stream().map(each -> each.comment().id().value()).toList());
      after = page.isEmpty() ? null : page.get(page.size() - 1).comment().id();
    } while (after != null);

    assertThat(pages).extracting(List::size).containsExactly(3, 3, 1, 0);
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void past_decisions_come_the_last_first_page_by_page_each_once() {
    for (int i = 0; i < 7; i++) {
      add("c-" + i, NOW.plusMillis(i / 3)); // three of a time
    }

    var pages = new ArrayList<String>();
    PastDecision.Place before = null;
    for (var page = past(null); !page.isEmpty(); page = past(before)) {
      page.forEach(each -> pages.add(each.id().value()));
      before = page.get(page.size() - 1).place();
    }

    assertThat(pages).containsExactly("c-6", "c-5", "c-4", "c-3", "c-2", "c-1", "c-0");
  }

  private List<PastDecision> past(PastDecision.@Nullable Place before) {
    return comments().decided(BLOG, Period.ALWAYS, before, 2, false).await();
  }

  private void add(String id, Instant at) {
    var comment = ModeratedComments.comment(id, null, "Thanks.", at);
    var judgement = ModeratedComments.judgement(Verdict.HOLD, at);
    comments()
        .addIfNew(ModeratedComment.first(
            comment, Origin.NATIVE, ThreadPlace.root(comment), judgement, null))
        .await();
  }

  @Test
  void past_decisions_of_a_period_begin_with_it_and_end_before_its_end() {
    for (int i = 0; i < 5; i++) {
      add("c-" + i, NOW.plusMillis(i));
    }
    var period = new Period(NOW.plusMillis(1), NOW.plusMillis(3));

    var found = comments().decided(BLOG, period, null, 10, false).await();

    assertThat(found.stream().map(each -> each.id().value())).containsExactly("c-2", "c-1");
  }

  @Test
  void a_past_decision_tells_what_people_and_what_a_shadow_decided() {
    var comment = ModeratedComments.comment("c-1", "Thanks.");
    var shadow = new ShadowDecision(
        "blog@2 new",
        Verdict.REJECT,
        List.of("spam"),
        new Scores(Map.of(Label.SPAM, 0.1234567890123)));
    var judgement = ModeratedComments.judgement(Verdict.HOLD).beside(shadow);
    var held =
        ModeratedComment.first(comment, Origin.NATIVE, ThreadPlace.root(comment), judgement, null);
    var human = new HumanDecision(Verdict.APPROVE, Map.of(), "operator", NOW, null);
    comments().addIfNew(held).await();
    comments().replace(held.decided(human, null)).await();

    var found = comments().decided(BLOG, Period.ALWAYS, null, 10, true).await();

    assertThat(found)
        .containsExactly(new PastDecision(
            comment.id(),
            comment.submittedAt(),
            NOW,
            judgement.signals(),
            Verdict.HOLD,
            Verdict.APPROVE,
            shadow,
            "Thanks.",
            TextFormat.TEXT));
    assertThat(comments().find(BLOG, comment.id()).await().orElseThrow().judgement())
        .isEqualTo(judgement);
  }

  @Test
  void an_authors_record_counts_what_became_of_the_comments_on_this_site() {
    var approved = by(ADA, "c-1", Verdict.APPROVE);
    var held = by(ADA, "c-2", Verdict.HOLD);
    add(approved, held, by(ADA, "c-3", Verdict.REJECT), by(ADA, "c-4", Verdict.HOLD));
    add(by(ADA, "c-5", Verdict.APPROVE).withdrawn(NOW, null), by(BEN, "c-6", Verdict.APPROVE));

    assertThat(record(ADA, "c-9")).isEqualTo(new AuthorRecord(true, 1, 2, 1, 0));
    assertThat(record(BEN, "c-9")).isEqualTo(new AuthorRecord(true, 1, 0, 0, 0));
    assertThat(record(new Author("Ada", null, null, null, null, null), "c-9"))
        .isEqualTo(new AuthorRecord(true, 0, 0, 0, 0));
    assertThat(comments()
            .authorRecord(new SiteId("blo"), ADA, approved.comment().id())
            .await())
        .isEqualTo(new AuthorRecord(true, 0, 0, 0, 0));
  }

  @Test
  void an_authors_record_follows_corrections_edits_and_undo_and_leaves_the_comment_itself_out() {
    var held = by(ADA, "c-1", Verdict.HOLD);
    add(held, by(ADA, "c-2", Verdict.APPROVE));
    var approval = new HumanDecision(Verdict.APPROVE, Map.of(), "key:k-1", NOW, null);
    var corrected = held.decided(approval, null);

    comments().replace(corrected).await();
    assertThat(record(ADA, "c-2")).isEqualTo(new AuthorRecord(true, 1, 0, 0, 1));

    comments().replace(corrected.undone(NOW.plusSeconds(1), null)).await();
    assertThat(record(ADA, "c-2")).isEqualTo(new AuthorRecord(true, 0, 1, 0, 0));
    assertThat(record(ADA, "c-1")).isEqualTo(new AuthorRecord(true, 1, 0, 0, 0));
  }

  @Test
  void an_authors_record_goes_so_many_comments_back_by_their_time() {
    int most = ModeratedCommentRepository.MOST_OF_AN_AUTHOR;
    add(by(ADA, "oldest", Verdict.REJECT, NOW.minusSeconds(1)));
    for (int i = 0; i < most; i++) {
      add(by(ADA, "c-" + i, Verdict.APPROVE, NOW.plusMillis(i)));
    }

    assertThat(record(ADA, "new")).isEqualTo(new AuthorRecord(true, most, 0, 0, 0));
  }

  private AuthorRecord record(Author author, String except) {
    return comments().authorRecord(BLOG, author, new CommentId(except)).await();
  }

  private static ModeratedComment by(Author author, String id, Verdict verdict) {
    return by(author, id, verdict, NOW);
  }

  private static ModeratedComment by(Author author, String id, Verdict verdict, Instant at) {
    return moderated(
        ModeratedComments.comment(id, null, "Thanks.", at).withAuthor(author), verdict);
  }

  @Test
  void finds_all_that_are_there() {
    add("c-1", NOW);
    add("c-2", NOW);
    var asked = Stream.of("c-2", "none", "c-1").map(CommentId::new).toList();

    var found = comments().findAll(BLOG, asked).await();

    assertThat(found.stream().map(each -> each.comment().id().value()))
        .containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(comments().findAll(BLOG, List.of()).await()).isEmpty();
  }

  @Test
  void a_comment_is_found_with_every_field_as_it_was_added() {
    var text = "Ünïcödé «quoted» 👩‍👩‍👧 \u202egnp.exe\u0000end";
    var comment = new Comment(
        BLOG,
        new CommentId("c/1 ü$."),
        new PostId("p/1 ü$."),
        new CommentId("parent/ü"),
        new Author(
            "u-7",
            "Ada «A.»",
            "ada@example.org",
            "https://example.org/",
            "2001:db8::1",
            "Mozilla\u0000/5.0"),
        text,
        TextFormat.MARKDOWN,
        NOW,
        true,
        2.5);
    var scores = Arrays.stream(Label.values())
        .collect(Collectors.toMap(Function.identity(), label -> label.ordinal() / 9.0));
    var known = SomeSignals.full();
    var signals = new Signals(
        new Scores(scores),
        known.language(),
        known.shape(),
        known.links(),
        known.form(),
        known.lists(),
        known.edit(),
        known.repeats(),
        known.pace(),
        known.author(),
        known.relevance(),
        known.corrections());
    var human = new HumanDecision(
        Verdict.HOLD, Map.of(Label.SPAM, false, Label.HATE, true), "key:k-1", NOW, "«note»");
    var labelled = new HumanDecision(null, Map.of(Label.SPAM, true), "operator", NOW, null);
    var full = new ModeratedComment(
        comment,
        new Origin(
            "akismet",
            new Callback("https://example.org/hear?a=b", "k-1", Map.of("comment.post", "$7"))),
        new ThreadPlace("0123456789a01234567.0123456789b01234567", 1),
        new Judgement(
            signals,
            List.of(
                new Evidence(Label.SPAM, 0, 7, "Ünïcödé", 2.1),
                new Evidence(Label.HATE, 8, 9, "«", -0.3)),
            new Decision(
                Verdict.REJECT,
                List.of(
                    new Reason(
                        "spam",
                        "Spam (0.99).",
                        Verdict.REJECT,
                        Label.SPAM,
                        0.99,
                        List.of(
                            new ReadValue("scores.SPAM", 0.99),
                            new ReadValue("author.approved", null),
                            new ReadValue("links.domains", List.of("example.org")),
                            new ReadValue("language.code", "en")),
                        List.of(),
                        "Would not match if scores.SPAM were below 0.98."),
                    new Reason(
                        "links",
                        "It holds 17 links.",
                        Verdict.HOLD,
                        null,
                        null,
                        List.of(
                            new ReadValue("links.count", 17L),
                            new ReadValue("form.honeypotFilled", true)),
                        List.of(new ListHit("slurs", "knave*", "text", 3, 9)),
                        null)),
                "default@1"),
            true,
            "base@2026.11",
            NOW.plusMillis(12)),
        List.of(human, labelled),
        Status.WITHDRAWN,
        4,
        "d".repeat(64),
        List.of(
            new Revision(1, "one\u0000", TextFormat.TEXT, Verdict.APPROVE, List.of(human), NOW),
            new Revision(
                2, "<b>two</b>", TextFormat.HTML, Verdict.HOLD, List.of(), NOW.plusSeconds(1))),
        new PendingEvents(
            List.of(
                new PendingEvent("e-1", Status.APPROVED, 1, NOW, NOW),
                new PendingEvent(
                    "e-2", Status.WITHDRAWN, 3, NOW.plusSeconds(2), NOW.plusSeconds(12))),
            NOW.plusSeconds(1),
            NOW.plusSeconds(2)),
        FAR);

    assertThat(comments().addIfNew(full).await()).isTrue();

    assertThat(comments().find(BLOG, comment.id()).await()).contains(full);
  }

  @Test
  void a_comment_is_found_with_nothing_where_nothing_is_known() {
    var bare = new ModeratedComment(
        comment("c-1", null, "x", Instant.EPOCH),
        Origin.NATIVE,
        new ThreadPlace("0", 0),
        new Judgement(
            SomeSignals.of(Map.of()),
            List.of(),
            new Decision(Verdict.APPROVE, List.of(), "default@1"),
            false,
            "base@1",
            Instant.EPOCH),
        List.of(),
        Status.APPROVED,
        1,
        "",
        List.of(),
        new PendingEvents(List.of(), null, NOW),
        null);

    comments().addIfNew(bare).await();

    assertThat(comments().find(BLOG, bare.comment().id()).await()).contains(bare);
  }

  static Stream<String> texts() {
    return Stream.of(
        " ",
        "\u0000",
        "a\u0000b\u0000",
        "x".repeat(64 * 1024),
        "🌉".repeat(16 * 1024),
        "\uffff\ufffe\ud83d\ude00",
        "{\"$where\": \"1\"}",
        "e\u0301".repeat(999),
        "\r\n\t");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void any_text_comes_back_to_the_letter(String text) {
    var any = moderated(comment("c-1", text), Verdict.HOLD);

    comments().addIfNew(any).await();

    assertThat(comments().find(BLOG, any.comment().id()).await()).contains(any);
  }

  @Test
  void the_longest_history_comes_back_in_order() {
    var edited = moderated(comment("c-1", "first"), Verdict.APPROVE);
    comments().addIfNew(edited).await();
    for (int i = 0; i < ModeratedComment.MOST_REVISIONS + 3; i++) {
      edited = edited.edited("text " + i, TextFormat.TEXT, judgement(Verdict.HOLD), null);
      assertThat(comments().replace(edited).await()).isTrue();
    }

    assertThat(comments().find(BLOG, edited.comment().id()).await()).contains(edited);
  }

  @Test
  void an_id_that_is_taken_is_not_added_and_changes_nothing() {
    var first = moderated(comment("c-1", "first"), Verdict.APPROVE);
    comments().addIfNew(first).await();

    assertThat(comments()
            .addIfNew(moderated(comment("c-1", "second"), Verdict.HOLD))
            .await())
        .isFalse();

    assertThat(comments().find(BLOG, first.comment().id()).await()).contains(first);
  }

  @Test
  void of_64_that_add_one_comment_at_once_one_does() {
    var comment = moderated(comment("c-1", "once"), Verdict.APPROVE);

    assertThat(atOnce(() -> comments().addIfNew(comment))).containsOnlyOnce(true);
  }

  @Test
  void an_unknown_comment_is_not_found_nor_one_of_another_site() {
    comments().addIfNew(moderated(comment("c-1", "x"), Verdict.APPROVE)).await();

    assertThat(comments().find(BLOG, new CommentId("c-2")).await()).isEmpty();
    assertThat(comments().find(new SiteId("other"), new CommentId("c-1")).await())
        .isEmpty();
  }

  @Test
  void the_next_version_replaces_the_one_before() {
    var first = moderated(comment("c-1", "first"), Verdict.APPROVE);
    comments().addIfNew(first).await();
    var second = first.edited("second", TextFormat.HTML, judgement(Verdict.HOLD), null);

    assertThat(comments().replace(second).await()).isTrue();

    assertThat(comments().find(BLOG, first.comment().id()).await()).contains(second);
  }

  @Test
  void a_version_that_is_not_the_next_replaces_nothing() {
    var first = moderated(comment("c-1", "first"), Verdict.APPROVE);
    var second = first.withdrawn(NOW, null);
    var third = second.withdrawn(NOW, null);
    comments().addIfNew(first).await();

    assertThat(comments().replace(first).await()).isFalse();
    assertThat(comments().replace(third).await()).isFalse();

    assertThat(comments().find(BLOG, first.comment().id()).await()).contains(first);
  }

  @Test
  void an_absent_comment_is_not_replaced() {
    var second = moderated(comment("c-1", "first"), Verdict.APPROVE).withdrawn(NOW, null);

    assertThat(comments().replace(second).await()).isFalse();

    assertThat(comments().find(BLOG, second.comment().id()).await()).isEmpty();
  }

  @Test
  void of_64_that_replace_one_version_at_once_one_does() {
    var first = moderated(comment("c-1", "first"), Verdict.APPROVE);
    comments().addIfNew(first).await();

    assertThat(atOnce(() -> comments().replace(first.withdrawn(NOW, null)))).containsOnlyOnce(true);
  }

  @ParameterizedTest
  @EnumSource(CommentView.class)
  void a_post_without_approved_comments_lists_none(CommentView view) {
    comments().addIfNew(moderated(comment("held", "x"), Verdict.HOLD)).await();
    comments().addIfNew(moderated(comment("rejected", "x"), Verdict.REJECT)).await();
    comments().addIfNew(approved("withdrawn", NOW).withdrawn(NOW, null)).await();

    assertThat(comments().approved(BLOG, POST, view, null, 10).await()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CommentView.class)
  void a_post_lists_its_own_comments_alone(CommentView view) {
    var ours = approved("c-1", NOW);
    var comment = ours.comment();
    var otherSite = new Comment(
        new SiteId("other"),
        comment.id(),
        comment.post(),
        null,
        Author.UNKNOWN,
        "x",
        TextFormat.TEXT,
        NOW,
        false,
        null);
    var otherPost = new Comment(
        BLOG,
        new CommentId("c-2"),
        new PostId("p-2"),
        null,
        Author.UNKNOWN,
        "x",
        TextFormat.TEXT,
        NOW,
        false,
        null);
    add(ours, moderated(otherSite, Verdict.APPROVE), moderated(otherPost, Verdict.APPROVE));

    assertThat(comments().approved(BLOG, POST, view, null, 10).await()).containsExactly(ours);
  }

  @Test
  void the_flat_view_lists_by_time_and_those_of_one_moment_by_id() {
    var first = approved("z", NOW);
    var second = approved("a", NOW.plusMillis(1));
    var third = approved("b", NOW.plusMillis(1));
    var fourth = reply(first, "c", NOW.plusMillis(2));
    add(fourth, third, first, second);

    assertThat(comments().approved(BLOG, POST, CommentView.FLAT, null, 10).await())
        .containsExactly(first, second, third, fourth);
  }

  @Test
  void the_threaded_view_lists_each_comment_before_its_replies() {
    var first = approved("first", NOW);
    var second = approved("second", NOW.plusMillis(1));
    var reply = reply(first, "reply", NOW.plusMillis(2));
    var replyToReply = reply(reply, "reply-to-reply", NOW.plusMillis(9));
    var laterReply = reply(first, "later-reply", NOW.plusMillis(3));
    add(laterReply, replyToReply, second, reply, first);

    assertThat(comments().approved(BLOG, POST, CommentView.THREADED, null, 10).await())
        .containsExactly(first, reply, replyToReply, laterReply, second);
  }

  @ParameterizedTest
  @EnumSource(CommentView.class)
  void a_page_holds_no_more_than_its_limit(CommentView view) {
    var first = approved("c-1", NOW);
    var second = approved("c-2", NOW.plusMillis(1));
    add(first, second);

    assertThat(comments().approved(BLOG, POST, view, null, 1).await()).containsExactly(first);
    assertThat(comments().approved(BLOG, POST, view, null, 2).await())
        .containsExactly(first, second);
    assertThat(comments().approved(BLOG, POST, view, view.positionOf(second), 2).await())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CommentView.class)
  void a_page_begins_where_the_one_before_ended_though_that_comment_is_gone(CommentView view) {
    var first = approved("c-1", NOW);
    var second = approved("c-2", NOW.plusMillis(1));
    add(first, second);
    comments().replace(first.withdrawn(NOW, null)).await();

    assertThat(comments().approved(BLOG, POST, view, view.positionOf(first), 5).await())
        .containsExactly(second);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void pages_cover_every_approved_comment_once_and_in_order(long seed) {
    var random = new Random(seed);
    var stored = new ArrayList<ModeratedComment>();
    for (int i = 0; i < 60; i++) {
      var at = NOW.plusMillis(random.nextInt(12)); // often the same moment
      var parent = stored.isEmpty() || random.nextBoolean()
          ? null
          : stored.get(random.nextInt(stored.size()));
      var id = "ä/%d-%d".formatted(random.nextInt(9), i);
      stored.add(parent == null ? approved(id, at) : reply(parent, id, at));
    }
    add(stored.toArray(ModeratedComment[]::new));

    for (var view : CommentView.values()) {
      var whole = comments().approved(BLOG, POST, view, null, 1000).await();
      var pages = new ArrayList<ModeratedComment>();
      var page = comments().approved(BLOG, POST, view, null, 7).await();
      while (!page.isEmpty()) {
        pages.addAll(page);
        var last = PagePosition.ofCursor(
            view.positionOf(page.get(page.size() - 1)).cursor(view, POST), view, POST);
        page = comments().approved(BLOG, POST, view, last.orElseThrow(), 7).await();
      }

      assertThat(pages).as("seed %d, %s", seed, view).isEqualTo(whole);
      assertThat(whole).as("seed %d, %s", seed, view).containsExactlyInAnyOrderElementsOf(stored);
    }
  }

  @Test
  void what_expired_is_erased_and_counted() {
    var past = expiring("past", FAR.minusMillis(1));
    var due = expiring("due", FAR);
    var later = expiring("later", FAR.plusMillis(1));
    var never = expiring("never", null);
    add(past, due, later, never);

    assertThat(comments().purgeExpired(FAR, 10).await()).isEqualTo(2);

    assertThat(left(past, due, later, never)).containsExactly(later, never);
    assertThat(comments().purgeExpired(FAR, 10).await()).isZero();
  }

  @Test
  void no_more_is_erased_at_once_than_the_limit_allows() {
    add(expiring("a", FAR), expiring("b", FAR), expiring("c", FAR));

    assertThat(comments().purgeExpired(FAR, 2).await()).isEqualTo(2);
    assertThat(comments().purgeExpired(FAR, 2).await()).isEqualTo(1);
  }

  private static ModeratedComment expiring(String id, @Nullable Instant at) {
    var retention = at == null ? null : Duration.between(NOW, at);
    var comment = comment(id, "x");
    return ModeratedComment.first(
        comment, Origin.NATIVE, ThreadPlace.root(comment), judgement(Verdict.REJECT), retention);
  }

  private List<ModeratedComment> left(ModeratedComment... of) {
    return Stream.of(of)
        .flatMap(each -> comments().find(BLOG, each.comment().id()).await().stream())
        .toList();
  }

  private void add(ModeratedComment... all) {
    Future.all(Stream.of(all).map(each -> comments().addIfNew(each)).toList()).await();
  }

  private static List<Boolean> atOnce(Supplier<Future<Boolean>> write) {
    var started = IntStream.range(0, 64).mapToObj(i -> write.get()).toList();
    return Future.all(started).await().list();
  }
}
