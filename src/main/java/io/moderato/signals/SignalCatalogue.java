package io.moderato.signals;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Every signal there is, in the order in which people should read them. */
public final class SignalCatalogue {
  private static final Map<String, Signal> BY_NAME = byName();

  private SignalCatalogue() {}

  public static List<Signal> all() {
    return List.copyOf(BY_NAME.values());
  }

  public static Optional<Signal> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, Signal> byName() {
    var byName = new LinkedHashMap<String, Signal>();
    var all = new ArrayList<Signal>();
    scores(all);
    text(all);
    links(all);
    lists(all);
    form(all);
    repeats(all);
    pace(all);
    author(all);
    corrections(all);
    relevance(all);
    edit(all);
    all.forEach(signal -> byName.put(signal.name(), signal));
    return byName;
  }

  private static void scores(List<Signal> all) {
    for (var label : Label.values()) {
      all.add(new Signal(
          "scores." + label,
          SignalType.NUMBER,
          label == Label.SITE
              ? "how probably the site's people reject it, 0 to 1; missing until they decided enough"
              : "how probably the comment is " + label + ", 0 to 1",
          signals -> {
            var score = signals.scores().of(label);
            return score.isPresent() ? score.getAsDouble() : null;
          }));
    }
    for (var aspect : Aspect.values()) {
      all.add(new Signal(
          "aspects." + aspect, SignalType.NUMBER, aspect.meaning() + ", 0 to 1", signals -> {
            var score = signals.scores().of(aspect);
            return score.isPresent() ? score.getAsDouble() : null;
          }));
    }
  }

  private static void text(List<Signal> all) {
    all.add(text(
        "language.code",
        "its language, BCP 47; und where it can't be told",
        signals -> signals.language().code()));
    all.add(flag(
        "language.supported",
        "the models were measured on its language",
        signals -> signals.language().supported()));
    all.add(flag(
        "language.expected",
        "the site expects its language",
        signals -> signals.language().expected()));
    all.add(count(
        "shape.words",
        "words with a letter or digit",
        signals -> signals.shape().words()));
    all.add(count(
        "shape.letters", "letters of any script", signals -> signals.shape().letters()));
    all.add(number(
        "shape.capitalShare",
        "share of capitals among letters with a case, 0 to 1",
        signals -> signals.shape().capitalShare()));
    all.add(count("shape.emoji", "emoji in it", signals -> signals.shape().emoji()));
    all.add(flag(
        "shape.emojiOnly",
        "it is made of emoji, without a word or a link",
        signals -> signals.shape().emojiOnly()));
    all.add(count(
        "shape.exclamations",
        "the longest run of exclamation marks",
        signals -> signals.shape().exclamations()));
    all.add(count(
        "shape.stretched",
        "stretched letters, as in soooo",
        signals -> signals.shape().stretched()));
  }

  private static void links(List<Signal> all) {
    all.add(
        count("links.count", "links in the comment", signals -> signals.links().count()));
    all.add(new Signal(
        "links.domains",
        SignalType.TEXTS,
        "registrable domains that the links lead to",
        signals -> signals.links().domains()));
    all.add(count(
        "links.shorteners",
        "links through a shortener",
        signals -> signals.links().shorteners()));
    all.add(count(
        "links.userInfo",
        "links with a user name before the host",
        signals -> signals.links().userInfo()));
    all.add(count(
        "links.lookAlikes",
        "links whose host imitates another",
        signals -> signals.links().lookAlikes()));
    all.add(count(
        "links.mismatches",
        "links whose text names another domain than the target",
        signals -> signals.links().mismatches()));
    all.add(count(
        "links.addresses",
        "links to a bare IP address",
        signals -> signals.links().addresses()));
    all.add(count(
        "links.listed",
        "links to a domain that stands in a word list",
        signals -> signals.links().listed()));
    all.add(count(
        "links.own",
        "links to the site itself: to the domain of its address, or of its post's",
        signals -> signals.links().own()));
  }

  private static void lists(List<Signal> all) {
    all.add(count("lists.hits", "hits of word lists", signals -> signals.lists().count()));
    all.add(new Signal(
        "lists.names",
        SignalType.TEXTS,
        "names of the word lists that were hit",
        signals -> signals.lists().names()));
  }

  private static void form(List<Signal> all) {
    all.add(flag(
        "form.honeypotFilled",
        "a field that people can't see was filled in",
        signals -> signals.form().honeypotFilled()));
    all.add(new Signal(
        "form.seconds",
        SignalType.NUMBER,
        "seconds taken to fill in the form",
        signals -> signals.form().seconds()));
  }

  private static void repeats(List<Signal> all) {
    all.add(countOf(
        "repeats.exact",
        "earlier comments with the same words and links",
        of(Signals::repeats, Repeats::exact)));
    all.add(countOf(
        "repeats.near",
        "earlier comments with nearly the same words",
        of(Signals::repeats, Repeats::near)));
    all.add(countOf(
        "repeats.authors",
        "distinct authors of near repeats",
        of(Signals::repeats, Repeats::authors)));
    all.add(countOf(
        "repeats.posts", "distinct posts of near repeats", of(Signals::repeats, Repeats::posts)));
  }

  private static void pace(List<Signal> all) {
    all.add(countOf(
        "pace.authorMinute",
        "the author's other comments of the last minute",
        of(Signals::pace, Pace::authorMinute)));
    all.add(countOf(
        "pace.authorHour",
        "the author's other comments of the last hour",
        of(Signals::pace, Pace::authorHour)));
    all.add(countOf(
        "pace.addressMinute",
        "other comments of the last minute from the same address",
        of(Signals::pace, Pace::addressMinute)));
    all.add(countOf(
        "pace.addressHour",
        "other comments of the last hour from the same address",
        of(Signals::pace, Pace::addressHour)));
    all.add(countOf(
        "pace.networkMinute",
        "other comments of the last minute from the same network",
        of(Signals::pace, Pace::networkMinute)));
    all.add(countOf(
        "pace.networkHour",
        "other comments of the last hour from the same network",
        of(Signals::pace, Pace::networkHour)));
  }

  private static void author(List<Signal> all) {
    all.add(new Signal(
        "author.known",
        SignalType.FLAG,
        "the platform told who the author is",
        of(Signals::author, AuthorRecord::known)));
    all.add(countOf(
        "author.approved",
        "the author's latest comments that stand approved",
        of(Signals::author, AuthorRecord::approved)));
    all.add(countOf(
        "author.held",
        "the author's latest comments that wait",
        of(Signals::author, AuthorRecord::held)));
    all.add(countOf(
        "author.rejected",
        "the author's latest comments that stand rejected",
        of(Signals::author, AuthorRecord::rejected)));
    all.add(countOf(
        "author.corrected",
        "the author's latest comments that a person approved after all",
        of(Signals::author, AuthorRecord::corrected)));
    all.add(new Signal(
        "author.trusted",
        SignalType.FLAG,
        "a moderator trusts the author",
        of(Signals::author, author -> author.standing() == Standing.TRUSTED)));
    all.add(new Signal(
        "author.blocked",
        SignalType.FLAG,
        "a moderator has blocked the author",
        of(Signals::author, author -> author.standing() == Standing.BLOCKED)));
  }

  private static void corrections(List<Signal> all) {
    all.add(correction(
        "corrections.textApproved",
        SignalType.FLAG,
        "a person approved the same text lately, and none rejected it",
        corrections -> isApproval(corrections.text())));
    all.add(correction(
        "corrections.textRejected",
        SignalType.FLAG,
        "a person rejected the same text lately, and none approved it",
        corrections -> isRejection(corrections.text())));
    all.add(correction(
        "corrections.textOn",
        SignalType.TEXT,
        "the day of that decision, as in 2026-11-03",
        corrections -> on(corrections.text())));
    all.add(correction(
        "corrections.authorApproved",
        SignalType.FLAG,
        "a person approved lately what the author had been held or rejected for, and none rejected anything",
        corrections -> isApproval(corrections.author())));
    all.add(correction(
        "corrections.authorRejected",
        SignalType.FLAG,
        "people rejected lately what the author sent, no less than they approved after all",
        corrections -> isRejection(corrections.author())));
    all.add(correction(
        "corrections.authorOn",
        SignalType.TEXT,
        "the day of that decision",
        corrections -> on(corrections.author())));
  }

  private static Signal correction(
      String name, SignalType type, String meaning, Function<Corrections, @Nullable Object> fact) {
    return new Signal(name, type, meaning, of(Signals::corrections, fact));
  }

  private static boolean isApproval(Corrections.@Nullable Word word) {
    return word != null && word.approved();
  }

  private static boolean isRejection(Corrections.@Nullable Word word) {
    return word != null && !word.approved();
  }

  private static @Nullable String on(Corrections.@Nullable Word word) {
    return word == null ? null : word.on().toString();
  }

  private static void relevance(List<Signal> all) {
    all.add(new Signal(
        "relevance.post",
        SignalType.NUMBER,
        "share of its content words that stand in the post, 0 to 1",
        of(Signals::relevance, Relevance::post)));
    all.add(new Signal(
        "relevance.parent",
        SignalType.NUMBER,
        "share of its content words that stand in the comment it answers, 0 to 1",
        of(Signals::relevance, Relevance::parent)));
  }

  private static void edit(List<Signal> all) {
    all.add(flag(
        "edit.edited",
        "this is an edit of an earlier text",
        signals -> signals.edit().edited()));
    all.add(flag(
        "edit.afterApproval",
        "readers had seen another text before",
        signals -> signals.edit().afterApproval()));
    all.add(flag(
        "edit.afterRejection",
        "a person rejected it, and none has approved it since",
        signals -> signals.edit().afterRejection()));
    all.add(count(
        "edit.addedLinks",
        "links that the edit added",
        signals -> signals.edit().addedLinks()));
    all.add(number(
        "edit.changedShare",
        "share of the words that are new, 0 to 1",
        signals -> signals.edit().changedShare()));
  }

  private static Signal text(String name, String meaning, Function<Signals, String> reader) {
    return new Signal(name, SignalType.TEXT, meaning, reader::apply);
  }

  private static Signal flag(String name, String meaning, Predicate<Signals> reader) {
    return new Signal(name, SignalType.FLAG, meaning, reader::test);
  }

  private static Signal number(String name, String meaning, ToDoubleFunction<Signals> reader) {
    return new Signal(name, SignalType.NUMBER, meaning, reader::applyAsDouble);
  }

  private static Signal count(String name, String meaning, ToIntFunction<Signals> reader) {
    return new Signal(
        name, SignalType.COUNT, meaning, signals -> (long) reader.applyAsInt(signals));
  }

  private static Signal countOf(
      String name, String meaning, Function<Signals, @Nullable Object> reader) {
    return new Signal(name, SignalType.COUNT, meaning, signals -> {
      var count = reader.apply(signals);
      return count == null ? null : ((Integer) count).longValue();
    });
  }

  /** A fact of a group that may be missing. */
  private static <G, V> Function<Signals, @Nullable Object> of(
      Function<Signals, @Nullable G> group, Function<G, @Nullable V> fact) {
    return signals -> {
      var there = group.apply(signals);
      return there == null ? null : fact.apply(there);
    };
  }
}
