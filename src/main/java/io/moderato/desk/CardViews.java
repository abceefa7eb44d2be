package io.moderato.desk;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.classify.Evidence;
import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.comment.Author;
import io.moderato.comment.Post;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Priority;
import io.moderato.page.Messages;
import io.moderato.policy.ReadValue;
import io.moderato.policy.Reason;
import io.moderato.signals.SignalCatalogue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a comment and what is known of it into words. Reads no store and no clock. */
final class CardViews {
  /** From here on a text is one that not everybody wants to see unasked. */
  private static final double HARMFUL = 0.5;

  private static final int LONGEST_QUOTE = 600;

  private static final Set<Label> NOT_HARMFUL = EnumSet.of(Label.SPAM);

  private static final Set<Act> UNDOABLE =
      EnumSet.of(Act.APPROVE, Act.REJECT, Act.SPAM, Act.ESCALATE);

  private final Messages t;
  private final String viewer;
  private final Names names;
  private final Instant now;

  /** @param viewer who looks at it, as audit entries have it */
  CardViews(Messages t, String viewer, Names names, Instant now) {
    this.t = t;
    this.viewer = viewer;
    this.names = names;
    this.now = now;
  }

  /** @param note what the moderator has typed already */
  CardView card(ShownComment shown, String note) {
    var context = shown.context();
    var moderated = context.comment();
    var comment = moderated.comment();
    var judgement = moderated.judgement();
    var signals = judgement.signals();
    var claim = context.claim();
    var words = words(judgement.evidence());
    return new CardView(
        CommentKey.of(moderated),
        moderated.version(),
        t.text("status." + moderated.status().word()),
        moderated.isInQueue(),
        moderated.isEscalated(),
        post(comment.post().value(), context.post()),
        writer(shown),
        Ages.ago(t, comment.submittedAt(), now),
        comment.submittedAt().toString(),
        signals.language().code(),
        moderated.origin().door().equals("native") ? "" : moderated.origin().door(),
        order(Priority.of(moderated)),
        hints(moderated),
        context.parents().stream().map(this::above).toList(),
        context.earlier().stream().map(this::above).toList(),
        Highlighter.segments(
            comment.text(), judgement.evidence(), signals.lists().hits()),
        isHarmful(signals.scores().byLabel()),
        judgement.decision().reasons().stream()
            .map(reason -> reason(reason, words))
            .toList(),
        scores(signals.scores().byLabel()),
        words,
        SignalCatalogue.all().stream()
            .filter(signal -> !signal.name().startsWith("scores."))
            .map(signal -> new ReadValue(signal.name(), signal.reader().apply(signals)))
            .filter(CardViews::tells)
            .map(CardViews::fact)
            .toList(),
        judgement.decision().policy(),
        judgement.models(),
        context.similar().stream()
            .filter(each -> !context.decided().contains(each))
            .map(this::similar)
            .toList(),
        context.decided().stream().map(this::decided).toList(),
        shown.campaignSize(),
        campaign(moderated),
        context.said().stream().map(this::done).toList(),
        shown.site().rejectReasons(),
        note,
        claim == null || claim.isOf(viewer) ? null : names.name(t, claim.holder()),
        undoable(moderated, context.said()));
  }

  private static CardView.Post post(String id, @Nullable Post post) {
    var title = post == null ? null : post.title();
    var shown = title == null || title.isBlank() ? id : title;
    return new CardView.Post(
        id, Highlighter.line(shown), post == null ? null : followable(post.url()));
  }

  /** An address of the web; null for whatever else a platform may have been told. */
  static @Nullable String followable(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      var scheme = new URI(url).getScheme();
      return scheme != null && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
          ? url
          : null;
    } catch (URISyntaxException none) {
      return null;
    }
  }

  private CardView.Writer writer(ShownComment shown) {
    var author = shown.context().comment().comment().author();
    var record = shown.author();
    var key = author.key();
    return new CardView.Writer(
        name(author),
        key,
        key == null ? "" : "site=" + shown.site().id().value() + "&author=" + PageKeys.encoded(key),
        author.url() == null ? null : Highlighter.line(author.url()),
        record.approved(),
        record.held(),
        record.rejected());
  }

  String name(Author author) {
    var name = author.name();
    return name == null || name.isBlank() ? t.text("row.anonymous") : Highlighter.line(name);
  }

  private String order(Priority priority) {
    return t.text(
        "order.about",
        number(priority.harm()),
        number(priority.visibility()),
        number(priority.uncertainty()),
        number(priority.age(now)));
  }

  private String number(double value) {
    return String.format(t.locale(), "%.2f", value);
  }

  private List<String> hints(ModeratedComment moderated) {
    var scores = moderated.judgement().signals().scores().byAspect().entrySet().stream()
        .filter(score -> score.getValue() >= HARMFUL)
        .map(score -> t.text("card.hint." + score.getKey()));
    return Stream.concat(
            moderated.draw().map(draw -> t.text("card.drawn." + draw.word())).stream(), scores)
        .toList();
  }

  private static boolean isHarmful(Map<Label, Double> scores) {
    return scores.entrySet().stream()
        .anyMatch(score -> isHarmful(score.getKey(), score.getValue()));
  }

  static boolean isHarmful(Label label, double score) {
    return !NOT_HARMFUL.contains(label) && score >= HARMFUL;
  }

  private CardView.Above above(ModeratedComment moderated) {
    var comment = moderated.comment();
    return new CardView.Above(
        name(comment.author()), Ages.ago(t, comment.submittedAt(), now), quote(comment.text()));
  }

  private static String quote(String text) {
    var line = Highlighter.line(text.strip());
    return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }

  private CardView.ReasonView reason(Reason reason, List<CardView.Word> words) {
    var label = reason.label();
    return new CardView.ReasonView(
        reason.rule(),
        reason.text(),
        reason.verdict().name(),
        reason.read().stream().map(CardViews::fact).toList(),
        reason.counterfactual(),
        label == null
            ? List.of()
            : words.stream().filter(word -> word.label().equals(label.name())).toList());
  }

  /** Where all that is like it can be decided. */
  private static String campaign(ModeratedComment moderated) {
    var first = moderated.campaign().orElse(moderated.comment().id());
    return "/review/campaign?site=" + moderated.comment().site() + "&campaign="
        + PageKeys.encoded(first.value());
  }

  private static boolean tells(ReadValue value) {
    return !(value.value() == null
        || Boolean.FALSE.equals(value.value())
        || value.value() instanceof Number number && number.doubleValue() == 0
        || value.value() instanceof List<?> list && list.isEmpty());
  }

  private static CardView.Fact fact(ReadValue value) {
    var shown = value.value() instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : Objects.toString(value.value(), "?");
    return new CardView.Fact(value.signal(), Highlighter.line(shown));
  }

  private List<CardView.Score> scores(Map<Label, Double> scores) {
    return scores.entrySet().stream()
        .sorted(Map.Entry.<Label, Double>comparingByValue().reversed())
        .map(score ->
            new CardView.Score(score.getKey().name(), (int) Math.round(score.getValue() * 100)))
        .toList();
  }

  private static List<CardView.Word> words(List<Evidence> evidence) {
    double heaviest =
        evidence.stream().mapToDouble(found -> Math.abs(found.weight())).max().orElse(1);
    return evidence.stream()
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .map(found -> new CardView.Word(
            found.label().name(),
            Highlighter.line(found.text()),
            FoldedWords.fold(found.text()),
            found.weight(),
            (int) Math.round(Math.abs(found.weight()) / heaviest * 100),
            found.without()))
        .toList();
  }

  CardView.Similar similar(ModeratedComment moderated) {
    return new CardView.Similar(
        CommentKey.of(moderated),
        quote(moderated.comment().text()),
        t.text("status." + moderated.status().word()),
        Ages.ago(t, moderated.judgement().decidedAt(), now));
  }

  private CardView.Similar decided(ModeratedComment moderated) {
    var latest = moderated.humanDecisions().stream()
        .filter(each -> each.verdict() != null)
        .reduce((earlier, later) -> later)
        .orElseThrow();
    var reason = latest.reason();
    var outcome = t.text("status." + moderated.status().word());
    return new CardView.Similar(
        CommentKey.of(moderated),
        quote(moderated.comment().text()),
        t.text("card.decidedBy", outcome, names.name(t, latest.by()))
            + (reason == null ? "" : " · " + Highlighter.line(reason)),
        Ages.ago(t, latest.at(), now));
  }

  CardView.Done done(AuditEntry entry) {
    var told = Stream.of(entry.reason(), entry.note())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
    return new CardView.Done(
        names.name(t, entry.who()),
        t.text("did." + entry.act().word()),
        Ages.ago(t, entry.at(), now),
        told.isEmpty() ? null : told);
  }

  /** The latest act, if anything of it stands. */
  private static @Nullable String undoable(ModeratedComment moderated, List<AuditEntry> entries) {
    boolean stands = !moderated.humanDecisions().isEmpty() || moderated.isEscalated();
    return stands
        ? entries.stream()
            .filter(entry -> UNDOABLE.contains(entry.act()))
            .findFirst()
            .map(AuditEntry::id)
            .orElse(null)
        : null;
  }
}
