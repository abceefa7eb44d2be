package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Problem;
import io.moderato.http.ProblemType;
import io.moderato.listadmin.ChangeList;
import io.moderato.listadmin.ListJson;
import io.moderato.site.Site;
import io.moderato.wordlist.InvalidEntryException;
import io.moderato.wordlist.ListFormat;
import io.moderato.wordlist.ListOwner;
import io.moderato.wordlist.WordList;
import io.moderato.wordlist.WordListRepository;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A site's own word lists. A long one leaves in several lines, so that none is longer than a service takes. */
public final class ListPart implements Part {
  private static final int ENTRIES_AT_ONCE = 2000;

  private final WordListRepository lists;
  private final ChangeList changeList;

  public ListPart(WordListRepository lists, ChangeList changeList) {
    this.lists = lists;
    this.changeList = changeList;
  }

  @Override
  public String kind() {
    return "list";
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    var owner = ListOwner.of(site.id());
    return lists
        .summaries(owner)
        .compose(all -> InTurn.each(
            all,
            summary -> lists
                .find(owner, summary.name())
                .compose(found -> InTurn.each(
                    found.map(ListPart::lines).orElse(List.of()), // deleted meanwhile
                    out::apply))));
  }

  private static List<JsonObject> lines(WordList list) {
    int count = Math.max(1, (list.entries().size() + ENTRIES_AT_ONCE - 1) / ENTRIES_AT_ONCE);
    return IntStream.range(0, count)
        .mapToObj(i -> line(list, i * ENTRIES_AT_ONCE))
        .toList();
  }

  private static JsonObject line(WordList list, int from) {
    int end = Math.min(list.entries().size(), from + ENTRIES_AT_ONCE);
    var json = ListJson.summary(list.summary());
    List.of("shared", "version").forEach(json::remove);
    return json.put("from", from).put("entries", new JsonArray(list.entries().subList(from, end)));
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    var owner = ListOwner.of(site.id());
    var format = ListFormat.of(json.path("format").textValue());
    var told = new WordList(
        owner,
        json.path("name").textValue(),
        json.path("description").textValue(),
        format,
        ListJson.fields(json.path("fields")),
        ListJson.entries(json),
        1,
        Times.read(json.path("updatedAt"), pointer + "/updatedAt"));
    int from = json.path("from").intValue();
    int size = json.path("size").intValue();
    return HistoryLine.ofSetting("list " + told.name(), () -> store(told, from, size, pointer));
  }

  private Future<JsonObject> store(WordList told, int from, int size, String pointer) {
    Function<InvalidEntryException, Problem> problem = invalid ->
        Problem.at(ProblemType.INVALID_REQUEST, pointer + "/entries", invalid.getMessage());
    return lists.find(told.owner(), told.name()).compose(stored -> {
      if (from > stored.map(list -> list.entries().size()).orElse(0)) {
        return Future.succeededFuture(
            Results.conflict("The list is shorter than where this line goes on with it."));
      }
      return stored.isEmpty()
          ? changeList
              .put(told.owner(), told.name(), 0, absent -> told, problem)
              .map(Results.added())
          : changeList
              .change(told.owner(), told.name(), list -> with(list, told, from, size), problem)
              .map(Results.unchanged());
    });
  }

  /** The list with what the line tells of it in its place; the very same list where that is what it holds. */
  private static WordList with(WordList list, WordList told, int from, int size) {
    var entries = new ArrayList<>(list.entries().subList(0, from));
    entries.addAll(told.entries());
    if (entries.size() < Math.min(size, list.entries().size())) {
      entries.addAll(
          list.entries().subList(entries.size(), Math.min(size, list.entries().size())));
    }
    var next = new WordList(
        list.owner(),
        list.name(),
        told.description(),
        told.format(),
        told.fields(),
        entries,
        list.version(),
        told.updatedAt());
    return next.equals(list) ? list : next.withEntries(entries, told.updatedAt());
  }
}
