package io.moderato.listadmin;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Problem;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.wordlist.InvalidEntryException;
import io.moderato.wordlist.ListField;
import io.moderato.wordlist.ListFile;
import io.moderato.wordlist.ListFormat;
import io.moderato.wordlist.ListOwner;
import io.moderato.wordlist.ListSummary;
import io.moderato.wordlist.WordList;
import io.moderato.wordlist.WordListRepository;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class WordListsApi {
  private final WordListRepository lists;
  private final ChangeList changeList;
  private final PreviewEntries previewEntries;
  private final Clock clock;

  public WordListsApi(
      WordListRepository lists, ChangeList changeList, PreviewEntries previewEntries, Clock clock) {
    this.lists = lists;
    this.changeList = changeList;
    this.previewEntries = previewEntries;
    this.clock = clock;
  }

  /** The site's own, and all shared ones, so that it can choose. */
  public void listWordLists(RoutingContext ctx) {
    var own = lists.summaries(owner(ctx));
    var shared = lists.summaries(ListOwner.OPERATOR);
    Future.join(own, shared)
        .onSuccess(both -> {
          var all = new ArrayList<>(own.result());
          all.addAll(shared.result());
          answer(ctx, all);
        })
        .onFailure(ctx::fail);
  }

  public void listSharedWordLists(RoutingContext ctx) {
    lists.summaries(ListOwner.OPERATOR).onSuccess(all -> answer(ctx, all)).onFailure(ctx::fail);
  }

  public void getWordList(RoutingContext ctx) {
    get(ctx, owner(ctx));
  }

  public void getSharedWordList(RoutingContext ctx) {
    get(ctx, ListOwner.OPERATOR);
  }

  public void putWordList(RoutingContext ctx) {
    put(ctx, owner(ctx));
  }

  public void putSharedWordList(RoutingContext ctx) {
    put(ctx, ListOwner.OPERATOR);
  }

  public void deleteWordList(RoutingContext ctx) {
    delete(ctx, owner(ctx));
  }

  public void deleteSharedWordList(RoutingContext ctx) {
    delete(ctx, ListOwner.OPERATOR);
  }

  /** With what the new entries would have hit. */
  public void addListEntries(RoutingContext ctx) {
    var owner = owner(ctx);
    var entries = ListJson.entries(Requests.body(ctx));
    var dry = Requests.body(ctx).path("dryRun").asBoolean();
    var now = now();
    var changed = dry
        ? changeList
            .find(owner, name(ctx))
            .compose(list -> changeList
                .readable(added(list, entries, now), pointed(list, entries))
                .map(list))
        : add(owner, name(ctx), entries, now);
    changed
        .compose(list -> changeList.compiled(alone(list, entries), pointed(null, entries)))
        .compose(compiled -> previewEntries.preview(Requests.site(ctx).id(), compiled))
        .onSuccess(preview -> Responses.json(
            ctx,
            200,
            new JsonObject()
                .put("list", ListJson.summary(changed.result().summary()))
                .put("preview", ListJson.preview(preview))))
        .onFailure(ctx::fail);
  }

  public void addSharedListEntries(RoutingContext ctx) {
    add(ListOwner.OPERATOR, name(ctx), ListJson.entries(Requests.body(ctx)), now())
        .onSuccess(list -> Responses.json(ctx, 200, ListJson.summary(list.summary())))
        .onFailure(ctx::fail);
  }

  public void removeListEntries(RoutingContext ctx) {
    remove(ctx, owner(ctx));
  }

  public void removeSharedListEntries(RoutingContext ctx) {
    remove(ctx, ListOwner.OPERATOR);
  }

  private void get(RoutingContext ctx, ListOwner owner) {
    changeList
        .find(owner, name(ctx))
        .onSuccess(list -> Responses.json(ctx, 200, ListJson.full(list)))
        .onFailure(ctx::fail);
  }

  private void delete(RoutingContext ctx, ListOwner owner) {
    changeList
        .delete(owner, name(ctx))
        .onSuccess(done -> Responses.noContent(ctx))
        .onFailure(ctx::fail);
  }

  private void put(RoutingContext ctx, ListOwner owner) {
    var body = Requests.body(ctx);
    var asked = Requests.query(ctx, "version");
    var version = asked == null ? null : Integer.valueOf(asked);
    var stored = body.isTextual()
        ? putFile(ctx, owner, version, body.textValue())
        : changeList.put(
            owner,
            name(ctx),
            version,
            before -> fromJson(owner, name(ctx), body, before),
            invalid -> at("/entries/" + invalid.index(), invalid.getMessage()));
    stored
        .onSuccess(list -> Responses.json(ctx, 200, ListJson.summary(list.summary())))
        .onFailure(ctx::fail);
  }

  private WordList fromJson(
      ListOwner owner, String name, JsonNode body, @Nullable WordList before) {
    var format = ListFormat.of(body.path("format").asText("words"));
    return new WordList(
        owner,
        name,
        body.path("description").asText(""),
        format,
        body.has("fields") ? ListJson.fields(body.path("fields")) : format.usualFields(),
        ListJson.entries(body),
        before == null ? 1 : before.version() + 1,
        now());
  }

  /** Description and fields stay what they were. */
  private Future<WordList> putFile(
      RoutingContext ctx, ListOwner owner, @Nullable Integer version, String text) {
    var query = Requests.query(ctx, "format");
    var format = ListFormat.of(query == null ? "words" : query);
    var file = ListFile.read(text, format);
    return changeList.put(
        owner,
        name(ctx),
        version,
        before -> new WordList(
            owner,
            name(ctx),
            before == null ? "" : before.description(),
            format,
            fields(format, before),
            file.entries(),
            before == null ? 1 : before.version() + 1,
            now()),
        invalid -> at(
            "", "Line %d %s.".formatted(file.lines().get(invalid.index()), invalid.getMessage())));
  }

  private static Set<ListField> fields(ListFormat format, @Nullable WordList before) {
    return before == null || before.format() != format ? format.usualFields() : before.fields();
  }

  private Future<WordList> add(ListOwner owner, String name, List<String> entries, Instant now) {
    return changeList
        .find(owner, name)
        .compose(before -> changeList.change(
            owner, name, list -> added(list, entries, now), pointed(before, entries)));
  }

  private void remove(RoutingContext ctx, ListOwner owner) {
    var entries = new HashSet<>(ListJson.entries(Requests.body(ctx)));
    var now = now();
    changeList
        .change(
            owner,
            name(ctx),
            list -> {
              var left = list.entries().stream()
                  .filter(entry -> !entries.contains(entry))
                  .toList();
              return left.size() == list.entries().size() ? list : list.withEntries(left, now);
            },
            invalid -> at("", invalid.getMessage()))
        .onSuccess(list -> Responses.json(ctx, 200, ListJson.summary(list.summary())))
        .onFailure(ctx::fail);
  }

  private static WordList added(WordList list, List<String> entries, Instant now) {
    var all = new LinkedHashSet<>(list.entries());
    return all.addAll(entries) ? list.withEntries(List.copyOf(all), now) : list;
  }

  /** The new entries as a list of their own, with the exceptions that hold for them. */
  private static WordList alone(WordList list, List<String> entries) {
    var all = new LinkedHashSet<>(entries);
    if (list.format() == ListFormat.WORDS) {
      list.entries().stream().filter(entry -> entry.startsWith("!")).forEach(all::add);
    }
    return list.withEntries(List.copyOf(all), list.updatedAt());
  }

  /** Points at the entry in the body; one that stood in the list before stands in none. */
  private static Function<InvalidEntryException, Problem> pointed(
      @Nullable WordList before, List<String> entries) {
    return invalid -> {
      var known =
          before == null ? new LinkedHashSet<String>() : new LinkedHashSet<>(before.entries());
      var fresh = entries.stream().filter(entry -> !known.contains(entry)).toList();
      int index = invalid.index() - known.size();
      return index < 0 || index >= fresh.size()
          ? at("", invalid.getMessage())
          : at("/entries/" + entries.indexOf(fresh.get(index)), invalid.getMessage());
    };
  }

  private static Problem at(String pointer, String detail) {
    return Problem.at(ProblemType.INVALID_REQUEST, pointer, detail);
  }

  private static void answer(RoutingContext ctx, List<ListSummary> all) {
    var items = new JsonArray();
    all.forEach(list -> items.add(ListJson.summary(list)));
    Responses.json(ctx, 200, new JsonObject().put("lists", items));
  }

  private static ListOwner owner(RoutingContext ctx) {
    return ListOwner.of(Requests.site(ctx).id());
  }

  private static String name(RoutingContext ctx) {
    return Requests.path(ctx, "list");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
