package io.moderato.learning;

import io.moderato.training.TasteTrainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how much the word of each account counts, so that nobody alone turns a site's taste: an account counts less the less a model that learnt
 * from all the others agrees with it, and all platforms' keys together count no more than the people do. Who decides more than all other people together is
 * the site's taste, as far as anybody can tell, and is believed.
 */
final class WeighAccounts {
  /** With fewer examples an account is believed. */
  private static final int FEWEST = 30;

  /** Of one kind, to say how often the others agree on it. */
  private static final int FEWEST_OF_A_KIND = 15;

  /** Each asks for a model of its own; of more accounts the busiest are looked at. */
  private static final int MOST_LOOKED_AT = 8;

  /** An account that the others agree with so often is believed in full; one that does no better than chance hardly. */
  private static final double BELIEVED = 0.75;

  private static final double CHANCE = 0.5;
  private static final double LEAST = 0.05;

  private final TasteTrainer trainer;

  WeighAccounts(TasteTrainer trainer) {
    this.trainer = trainer;
  }

  /** By name, the busiest first. */
  List<Account> weigh(List<StudiedExample> examples) {
    Map<String, List<StudiedExample>> byAccount = new HashMap<>();
    examples.forEach(
        each -> byAccount.computeIfAbsent(each.by(), any -> new ArrayList<>()).add(each));
    var busiestFirst = byAccount.entrySet().stream()
        .sorted(Comparator.<Map.Entry<String, List<StudiedExample>>>comparingInt(
                each -> -each.getValue().size())
            .thenComparing(Map.Entry::getKey))
        .toList();
    var accounts = new ArrayList<Account>();
    for (var each : busiestFirst) {
      var name = each.getKey();
      var own = each.getValue();
      var agreement = !isTaste(name, own.size(), examples) && accounts.size() < MOST_LOOKED_AT
          ? agreement(own, examples)
          : null;
      accounts.add(account(name, own, agreement, weight(agreement)));
    }
    return capped(accounts);
  }

  private static boolean isTaste(String name, int size, List<StudiedExample> examples) {
    long people = examples.stream().filter(each -> !isPlatform(each.by())).count();
    return people < 2 * FitTaste.FEWEST
        ? 2L * size > examples.size()
        : !isPlatform(name) && 2L * size > people;
  }

  private static double weight(@Nullable Double agreement) {
    return agreement == null
        ? 1
        : Math.min(1, Math.max(LEAST, (agreement - CHANCE) / (BELIEVED - CHANCE)));
  }

  private static Account account(
      String name, List<StudiedExample> own, @Nullable Double agreement, double weight) {
    int rejected = (int) own.stream().filter(StudiedExample::rejected).count();
    return new Account(name, rejected, own.size() - rejected, agreement, weight);
  }

  /** Null where there is too little to tell. */
  private @Nullable Double agreement(List<StudiedExample> own, List<StudiedExample> examples) {
    var ids = new HashSet<String>();
    own.forEach(each -> ids.add(each.id()));
    var others = examples.stream().filter(each -> !ids.contains(each.id())).toList();
    if (own.size() < FEWEST || !FitTaste.isEnough(others)) {
      return null;
    }
    var model = trainer.fit(FitTaste.lessons(others, each -> 1));
    int[] asked = new int[2];
    int[] agreed = new int[2];
    for (var each : own) {
      int kind = each.rejected() ? 1 : 0;
      asked[kind]++;
      agreed[kind] += TasteTrainer.speaksAgainst(model, each.buckets()) == each.rejected() ? 1 : 0;
    }
    double sum = 0;
    int kinds = 0;
    for (int kind = 0; kind < 2; kind++) {
      if (asked[kind] >= FEWEST_OF_A_KIND) {
        sum += (double) agreed[kind] / asked[kind];
        kinds++;
      }
    }
    return kinds == 0 ? null : sum / kinds;
  }

  private static List<Account> capped(List<Account> accounts) {
    double people = accounts.stream()
        .filter(each -> !isPlatform(each.name()))
        .mapToDouble(WeighAccounts::mass)
        .sum();
    double platforms = accounts.stream()
        .filter(each -> isPlatform(each.name()))
        .mapToDouble(WeighAccounts::mass)
        .sum();
    if (people < 2 * FitTaste.FEWEST || platforms <= people) {
      return accounts;
    }
    return accounts.stream()
        .map(each -> isPlatform(each.name())
            ? new Account(
                each.name(),
                each.rejected(),
                each.approved(),
                each.agreement(),
                each.weight() * people / platforms)
            : each)
        .toList();
  }

  private static boolean isPlatform(String account) {
    return account.startsWith("key:");
  }

  private static double mass(Account account) {
    return account.weight() * (account.rejected() + account.approved());
  }
}
