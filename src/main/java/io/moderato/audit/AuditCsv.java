package io.moderato.audit;

import io.moderato.http.StreamedAnswer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries as a table: RFC 4180, with nothing in it that a spreadsheet would calculate. */
public final class AuditCsv {
  private static final int AT_ONCE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(AuditCsv.class);

  private static final String HEAD =
      "id,at,who,act,site,comment,author,batch,reason,note,facts\r\n";

  private final AuditLog log;

  public AuditCsv(AuditLog log) {
    this.log = log;
  }

  /** Answers with all that the query finds, the newest first; fails where nothing could be written yet. */
  public Future<Void> send(AuditQuery query, HttpServerResponse response) {
    return log.page(query, null, AT_ONCE)
        .onSuccess(first -> {
          response
              .setChunked(true)
              .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
              .putHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
          StreamedAnswer.write(response, HEAD)
              .compose(written -> pages(query, first, response))
              .compose(written -> response.end())
              .onFailure(failure -> {
                LOG.atWarn()
                    .addKeyValue("reason", failure.getMessage())
                    .log("audit export broke off");
                response.reset();
              });
        })
        .mapEmpty();
  }

  private Future<Void> pages(
      AuditQuery query, List<AuditEntry> first, HttpServerResponse response) {
    var all = Promise.<Void>promise();
    write(query, first, response, all);
    return all.future();
  }

  /** A page is read when the one before it has left, and nothing holds on to that one any longer: a chain of futures would to all of them. */
  private void write(
      AuditQuery query, List<AuditEntry> page, HttpServerResponse response, Promise<Void> all) {
    var last = page.size() < AT_ONCE ? null : page.get(page.size() - 1).id();
    StreamedAnswer.write(response, page.stream().map(AuditCsv::line).collect(Collectors.joining()))
        .onFailure(all::tryFail)
        .onSuccess(room -> {
          if (last == null) {
            all.complete();
          } else {
            log.page(query, last, AT_ONCE)
                .onFailure(all::tryFail)
                .onSuccess(next -> write(query, next, response, all));
          }
        });
  }

  static String line(AuditEntry entry) {
    var facts = new TreeMap<>(entry.facts())
        .entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining("; "));
    return Stream.of(
            entry.id(),
            entry.at(),
            entry.who(),
            entry.act().word(),
            text(entry.site()),
            text(entry.comment()),
            text(entry.author()),
            text(entry.batch()),
            text(entry.reason()),
            text(entry.note()),
            facts)
        .map(value -> cell(value.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A formula begins with one of these signs: OWASP, "CSV Injection". */
  private static String cell(String text) {
    var isFormula =
        !text.isEmpty() && "=+-@\t\r\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0;
    var safe = isFormula ? "'" + text : text;
    return safe.chars().anyMatch(sign -> ",\"\r\n;".indexOf(sign) >= 0)
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
