package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.moderation.AuthorStandings;
import io.moderato.moderation.AuthorStandings.OfAuthor;
import io.moderato.signals.Standing;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** Whom a site's moderators trust, and whom they have blocked. */
public final class StandingPart implements Part {
  private static final String KIND = "standing";
  private static final int AT_ONCE = 500;

  private final AuthorStandings standings;

  public StandingPart(AuthorStandings standings) {
    this.standings = standings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    return Pages.<OfAuthor>each(
            last -> standings.all(site.id(), last == null ? "" : last.author(), AT_ONCE),
            AT_ONCE,
            page -> InTurn.each(
                page,
                each -> out.apply(new JsonObject()
                    .put("author", each.author())
                    .put("standing", each.standing().word()))))
        .mapEmpty();
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    var author = json.path("author").textValue();
    var standing = Standing.of(json.path("standing").textValue());
    return HistoryLine.ofSetting(
        KIND + " " + author,
        () -> standings.set(site.id(), author, standing).map(Results.unchanged()));
  }
}
