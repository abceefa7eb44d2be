package io.moderato.moderation;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Corrections;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.Links;
import io.moderato.signals.ListHit;
import io.moderato.signals.ListHits;
import io.moderato.signals.Pace;
import io.moderato.signals.Relevance;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import io.moderato.signals.Standing;
import java.time.LocalDate;
import java.util.EnumMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How signals lie in the store: a document for each group, null for one that was missing. What is read back equals what was stored. */
final class SignalsDocument {
  private static final String ASPECTS = "aspects";

  private SignalsDocument() {}

  static Document of(Signals signals) {
    return new Document("scores", scores(signals.scores()))
        .append("language", language(signals.language()))
        .append("shape", shape(signals.shape()))
        .append("links", links(signals.links()))
        .append("form", form(signals.form()))
        .append("lists", lists(signals.lists()))
        .append("edit", edit(signals.edit()))
        .append("repeats", repeats(signals.repeats()))
        .append("pace", pace(signals.pace()))
        .append("author", author(signals.author()))
        .append("relevance", relevance(signals.relevance()))
        .append("corrections", corrections(signals.corrections()));
  }

  static Signals read(Document document) {
    return new Signals(
        readScores(part(document, "scores")),
        readLanguage(part(document, "language")),
        readShape(part(document, "shape")),
        readLinks(part(document, "links")),
        readForm(part(document, "form")),
        readLists(part(document, "lists")),
        readEdit(part(document, "edit")),
        readRepeats(document.get("repeats", Document.class)),
        readPace(document.get("pace", Document.class)),
        readAuthor(document.get("author", Document.class)),
        readRelevance(document.get("relevance", Document.class)),
        readCorrections(document.get("corrections", Document.class)));
  }

  private static Document part(Document document, String name) {
    return document.get(name, Document.class);
  }

  static Document scores(Scores scores) {
    var document = new Document();
    scores.byLabel().forEach((label, score) -> document.append(label.name(), score));
    if (!scores.byAspect().isEmpty()) {
      var aspects = new Document();
      scores.byAspect().forEach((aspect, score) -> aspects.append(aspect.name(), score));
      document.append(ASPECTS, aspects);
    }
    return document;
  }

  static Scores readScores(Document document) {
    var byLabel = new EnumMap<Label, Double>(Label.class);
    var byAspect = new EnumMap<Aspect, Double>(Aspect.class);
    document.forEach((name, score) -> {
      if (score instanceof Document aspects) {
        aspects.forEach((aspect, value) ->
            byAspect.put(Aspect.valueOf(aspect), ((Number) value).doubleValue()));
      } else {
        byLabel.put(Label.valueOf(name), ((Number) score).doubleValue());
      }
    });
    return new Scores(byLabel, byAspect);
  }

  private static Document language(Language language) {
    return new Document("code", language.code())
        .append("supported", language.supported())
        .append("expected", language.expected());
  }

  private static Language readLanguage(Document document) {
    return new Language(
        document.getString("code"),
        document.getBoolean("supported"),
        document.getBoolean("expected"));
  }

  private static Document shape(TextShape shape) {
    return new Document("words", shape.words())
        .append("letters", shape.letters())
        .append("capitalShare", shape.capitalShare())
        .append("emoji", shape.emoji())
        .append("emojiOnly", shape.emojiOnly())
        .append("exclamations", shape.exclamations())
        .append("stretched", shape.stretched());
  }

  private static TextShape readShape(Document document) {
    return new TextShape(
        document.getInteger("words"),
        document.getInteger("letters"),
        document.getDouble("capitalShare"),
        document.getInteger("emoji", 0),
        document.getBoolean("emojiOnly", false),
        document.getInteger("exclamations", 0),
        document.getInteger("stretched", 0));
  }

  private static Document links(Links links) {
    return new Document("count", links.count())
        .append("domains", links.domains())
        .append("shorteners", links.shorteners())
        .append("userInfo", links.userInfo())
        .append("lookAlikes", links.lookAlikes())
        .append("mismatches", links.mismatches())
        .append("addresses", links.addresses())
        .append("listed", links.listed())
        .append("own", links.own());
  }

  private static Links readLinks(Document document) {
    return new Links(
        document.getInteger("count"),
        document.getList("domains", String.class),
        document.getInteger("shorteners"),
        document.getInteger("userInfo"),
        document.getInteger("lookAlikes"),
        document.getInteger("mismatches"),
        document.getInteger("addresses", 0),
        document.getInteger("listed", 0),
        document.getInteger("own", 0));
  }

  private static Document form(Form form) {
    return new Document("honeypotFilled", form.honeypotFilled()).append("seconds", form.seconds());
  }

  private static Form readForm(Document document) {
    return new Form(document.getBoolean("honeypotFilled"), document.getDouble("seconds"));
  }

  private static Document lists(ListHits lists) {
    return new Document("hits", lists.hits().stream().map(SignalsDocument::hit).toList())
        .append("count", lists.count());
  }

  private static ListHits readLists(Document document) {
    return new ListHits(
        document.getList("hits", Document.class).stream()
            .map(SignalsDocument::readHit)
            .toList(),
        document.getInteger("count"));
  }

  static Document hit(ListHit hit) {
    return new Document("list", hit.list())
        .append("entry", hit.entry())
        .append("field", hit.field())
        .append("begin", hit.begin())
        .append("end", hit.end());
  }

  static ListHit readHit(Document document) {
    return new ListHit(
        document.getString("list"),
        document.getString("entry"),
        document.getString("field"),
        document.getInteger("begin"),
        document.getInteger("end"));
  }

  private static Document edit(Edit edit) {
    return new Document("edited", edit.edited())
        .append("afterApproval", edit.afterApproval())
        .append("afterRejection", edit.afterRejection())
        .append("addedLinks", edit.addedLinks())
        .append("changedShare", edit.changedShare());
  }

  private static Edit readEdit(Document document) {
    return new Edit(
        document.getBoolean("edited"),
        document.getBoolean("afterApproval"),
        document.getBoolean("afterRejection", false),
        document.getInteger("addedLinks"),
        document.getDouble("changedShare"));
  }

  private static @Nullable Document repeats(@Nullable Repeats repeats) {
    return repeats == null
        ? null
        : new Document("exact", repeats.exact())
            .append("near", repeats.near())
            .append("authors", repeats.authors())
            .append("posts", repeats.posts())
            .append("campaign", repeats.campaign());
  }

  private static @Nullable Repeats readRepeats(@Nullable Document document) {
    return document == null
        ? null
        : new Repeats(
            document.getInteger("exact"),
            document.getInteger("near"),
            document.getInteger("authors"),
            document.getInteger("posts"),
            document.getString("campaign"));
  }

  private static @Nullable Document pace(@Nullable Pace pace) {
    return pace == null
        ? null
        : new Document("authorMinute", pace.authorMinute())
            .append("authorHour", pace.authorHour())
            .append("addressMinute", pace.addressMinute())
            .append("addressHour", pace.addressHour())
            .append("networkMinute", pace.networkMinute())
            .append("networkHour", pace.networkHour());
  }

  private static @Nullable Pace readPace(@Nullable Document document) {
    return document == null
        ? null
        : new Pace(
            document.getInteger("authorMinute"),
            document.getInteger("authorHour"),
            document.getInteger("addressMinute"),
            document.getInteger("addressHour"),
            document.getInteger("networkMinute"),
            document.getInteger("networkHour"));
  }

  private static @Nullable Document author(@Nullable AuthorRecord author) {
    return author == null
        ? null
        : new Document("known", author.known())
            .append("approved", author.approved())
            .append("held", author.held())
            .append("rejected", author.rejected())
            .append("corrected", author.corrected())
            .append("standing", author.standing().word());
  }

  private static @Nullable AuthorRecord readAuthor(@Nullable Document document) {
    return document == null
        ? null
        : new AuthorRecord(
            document.getBoolean("known"),
            document.getInteger("approved"),
            document.getInteger("held"),
            document.getInteger("rejected"),
            document.getInteger("corrected"),
            Standing.of(document.get("standing", Standing.NONE.word())));
  }

  private static @Nullable Document relevance(@Nullable Relevance relevance) {
    return relevance == null
        ? null
        : new Document("post", relevance.post()).append("parent", relevance.parent());
  }

  private static @Nullable Relevance readRelevance(@Nullable Document document) {
    return document == null
        ? null
        : new Relevance(document.getDouble("post"), document.getDouble("parent"));
  }

  private static @Nullable Document corrections(@Nullable Corrections corrections) {
    return corrections == null
        ? null
        : new Document("text", word(corrections.text()))
            .append("author", word(corrections.author()));
  }

  private static @Nullable Document word(Corrections.@Nullable Word word) {
    return word == null
        ? null
        : new Document("approved", word.approved()).append("on", word.on().toString());
  }

  private static @Nullable Corrections readCorrections(@Nullable Document document) {
    return document == null
        ? null
        : new Corrections(
            readWord(document.get("text", Document.class)),
            readWord(document.get("author", Document.class)));
  }

  private static Corrections.@Nullable Word readWord(@Nullable Document document) {
    return document == null
        ? null
        : new Corrections.Word(
            document.getBoolean("approved"), LocalDate.parse(document.getString("on")));
  }
}
