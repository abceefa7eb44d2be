package io.moderato.dashboard;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.moderation.Draw;
import io.moderato.review.StandingCampaigns;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What moderators decided in a period.
 *
 * @param hours those in which anything was decided, the earliest first
 * @param median half of the decisions came sooner after the comment; null without any
 * @param slowest nine of ten came sooner; null without any
 * @param falsePositives comments that were held or rejected and that a person approved, of all of these that a person decided
 * @param agreement comments on which all said the same, of those that two people or more decided
 * @param slipped comments that a person did not approve, of those that were drawn by lot among the approved
 * @param byLabel false positives by the label whose harm was expected
 * @param byLanguage false positives by BCP 47 code
 * @param byPerson decisions by who made them, the most first
 */
public record DecisionFigures(
    List<Hour> hours,
    @Nullable Duration median,
    @Nullable Duration slowest,
    Share falsePositives,
    Share agreement,
    Share slipped,
    Map<String, Share> byLabel,
    Map<String, Share> byLanguage,
    Map<String, Integer> byPerson) {
  private static final Set<Act> DECISIONS = EnumSet.of(Act.APPROVE, Act.REJECT, Act.SPAM);

  /** @param begins on the hour */
  public record Hour(Instant begins, int approved, int rejected, int spam) {
    public int all() {
      return approved + rejected + spam;
    }
  }

  /** A number of others. */
  public record Share(int part, int whole) {
    static final Share NONE = new Share(0, 0);

    Share and(boolean isPart) {
      return new Share(isPart ? part + 1 : part, whole + 1);
    }

    /**
     * In percent, what the share lies between with a probability of 95 %, as far as the whole was drawn by lot (Wilson, "Probable inference,
     * the law of succession, and statistical inference", 1927).
     */
    public double[] likely() {
      double z = 1.96;
      double n = whole;
      double share = part / n;
      double middle = share + z * z / (2 * n);
      double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
      double scale = 100 / (1 + z * z / n);
      return new double[] {Math.max(0, (middle - half) * scale), (middle + half) * scale};
    }

    /** In percent; NaN of nothing. */
    public double percent() {
      return 100.0 * part / whole;
    }
  }

  /** @param entries in any order; what was taken back, or came to nothing, does not count */
  public static DecisionFigures of(List<AuditEntry> entries) {
    var gone = entries.stream()
        .filter(entry -> entry.act() == Act.UNDO || entry.act() == Act.REFUSED)
        .map(entry -> entry.facts().getOrDefault("of", ""))
        .collect(Collectors.toSet());
    var decisions = entries.stream()
        .filter(entry -> DECISIONS.contains(entry.act()) && !gone.contains(entry.id()))
        .filter(entry -> !entry.facts().containsKey(StandingCampaigns.ARRIVAL))
        .sorted(Comparator.comparing(AuditEntry::id))
        .toList();
    var waits = decisions.stream()
        .flatMap(entry -> entry.facts().containsKey("waited")
            ? Stream.of(Long.parseLong(entry.facts().get("waited")))
            : Stream.empty())
        .sorted()
        .toList();
    var doubted = decisions.stream()
        .filter(entry -> !"APPROVE".equals(entry.facts().get("verdict")))
        .toList();
    return new DecisionFigures(
        hours(decisions),
        quantile(waits, 0.5),
        quantile(waits, 0.9),
        approvedOf(doubted),
        agreement(decisions),
        slipped(decisions),
        by(doubted, entry -> entry.facts().getOrDefault("label", "")),
        by(doubted, entry -> entry.facts().getOrDefault("language", "")),
        byPerson(decisions));
  }

  private static List<Hour> hours(List<AuditEntry> decisions) {
    var counts = new TreeMap<Instant, Map<Act, Integer>>();
    decisions.forEach(entry -> counts
        .computeIfAbsent(entry.at().truncatedTo(ChronoUnit.HOURS), hour -> new EnumMap<>(Act.class))
        .merge(entry.act(), 1, Integer::sum));
    var hours = new ArrayList<Hour>();
    counts.forEach((begins, acts) -> hours.add(new Hour(
        begins,
        acts.getOrDefault(Act.APPROVE, 0),
        acts.getOrDefault(Act.REJECT, 0),
        acts.getOrDefault(Act.SPAM, 0))));
    return List.copyOf(hours);
  }

  private static @Nullable Duration quantile(List<Long> sortedSeconds, double share) {
    return sortedSeconds.isEmpty()
        ? null
        : Duration.ofSeconds(sortedSeconds.get((int) ((sortedSeconds.size() - 1) * share)));
  }

  private static Share approvedOf(List<AuditEntry> decisions) {
    var share = Share.NONE;
    for (var entry : decisions) {
      share = share.and(entry.act() == Act.APPROVE);
    }
    return share;
  }

  private static Share slipped(List<AuditEntry> decisions) {
    var share = Share.NONE;
    for (var entry : decisions) {
      if (Draw.RANDOM.word().equals(entry.facts().get("drawn"))) {
        share = share.and(entry.act() != Act.APPROVE);
      }
    }
    return share;
  }

  private static Map<String, Share> by(
      List<AuditEntry> decisions, Function<AuditEntry, String> kind) {
    var shares = new TreeMap<String, Share>();
    decisions.forEach(entry -> shares.merge(
        kind.apply(entry),
        Share.NONE.and(entry.act() == Act.APPROVE),
        (one, other) -> new Share(one.part() + other.part(), one.whole() + other.whole())));
    shares.remove("");
    return shares;
  }

  /** Of each person on a comment the latest decision counts. */
  private static Share agreement(List<AuditEntry> decisions) {
    var said = new HashMap<String, Map<String, Boolean>>();
    decisions.forEach(entry -> said.computeIfAbsent(
            entry.site() + "/" + entry.comment(), comment -> new HashMap<>())
        .put(entry.who(), entry.act() == Act.APPROVE));
    var share = Share.NONE;
    for (var verdicts : said.values()) {
      if (verdicts.size() > 1) {
        share = share.and(new HashSet<>(verdicts.values()).size() == 1);
      }
    }
    return share;
  }

  private static Map<String, Integer> byPerson(List<AuditEntry> decisions) {
    var counts = new HashMap<String, Integer>();
    decisions.forEach(entry -> counts.merge(entry.who(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .collect(Collectors.toMap(
            Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }
}
