package io.moderato.dropin.akismet;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Usage in the forms in which the contract wants it; its types of numbers differ from call to call. */
final class UsageJson {
  private static final int MOST_SITES = 500;

  private static final Map<String, ToLongFunction<Usage>> ORDERS = Map.of(
      "spam", Usage::spam,
      "ham", Usage::ham,
      "missed_spam", Usage::missedSpam,
      "false_positives", Usage::falsePositives);

  private UsageJson() {}

  /** There is no limit. */
  static JsonObject limit(Map<BlogMonth, Usage> months) {
    return new JsonObject()
        .put("limit", "none")
        .put("usage", total(months).calls())
        .put("percentage", "0.00")
        .put("throttled", false);
  }

  /** @param fields of the call: {@code filter}, {@code order}, {@code limit}, {@code offset} */
  static JsonObject sites(YearMonth month, Map<BlogMonth, Usage> months, Fields fields) {
    var sites = sorted(month, months, fields);
    var offset = number(fields, "offset", 0);
    var limit = number(fields, "limit", MOST_SITES);
    var page = new JsonArray();
    sites.stream().skip(offset).limit(limit).forEach(site -> page.add(site(site)));
    return new JsonObject()
        .put(month.toString(), page)
        .put("limit", limit)
        .put("offset", offset)
        .put("total", sites.size());
  }

  /** The same as comma-separated values, with a line of names. */
  static String sitesAsCsv(YearMonth month, Map<BlogMonth, Usage> months, Fields fields) {
    var csv = new StringBuilder("site,api_calls,spam,ham,missed_spam,false_positives,is_revoked\n");
    sites(month, months, fields).getJsonArray(month.toString()).forEach(row -> {
      var site = (JsonObject) row;
      var cells = List.of(
          "site", "api_calls", "spam", "ham", "missed_spam", "false_positives", "is_revoked");
      csv.append(String.join(
              ",",
              cells.stream().map(name -> cell(site.getValue(name).toString())).toList()))
          .append('\n');
    });
    return csv.toString();
  }

  private static String cell(String text) {
    return text.matches("[\\w.:-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static List<Map.Entry<BlogMonth, Usage>> sorted(
      YearMonth month, Map<BlogMonth, Usage> months, Fields fields) {
    var filter = fields.get("filter").toLowerCase(Locale.ROOT);
    var order = ORDERS.getOrDefault(fields.get("order"), Usage::calls);
    return months.entrySet().stream()
        .filter(each -> each.getKey().month().equals(month))
        .filter(each -> each.getKey().blog().contains(filter))
        .sorted(Comparator.<Map.Entry<BlogMonth, Usage>>comparingLong(
                each -> -order.applyAsLong(each.getValue()))
            .thenComparing(each -> each.getKey().blog()))
        .toList();
  }

  private static JsonObject site(Map.Entry<BlogMonth, Usage> each) {
    var usage = each.getValue();
    return new JsonObject()
        .put("site", each.getKey().blog())
        .put("api_calls", Long.toString(usage.calls()))
        .put("spam", Long.toString(usage.spam()))
        .put("ham", Long.toString(usage.ham()))
        .put("missed_spam", Long.toString(usage.missedSpam()))
        .put("false_positives", Long.toString(usage.falsePositives()))
        .put("is_revoked", false);
  }

  private static int number(Fields fields, String name, int otherwise) {
    var text = fields.get(name);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  static JsonObject stats(Map<BlogMonth, Usage> months) {
    var byMonth = new TreeMap<YearMonth, Usage>();
    months.forEach((key, usage) -> byMonth.merge(key.month(), usage, Usage::plus));
    var breakdown = new JsonObject();
    byMonth.forEach((month, usage) -> breakdown.put(month.toString(), counters(usage)));
    return counters(total(months)).put("breakdown", breakdown);
  }

  private static JsonObject counters(Usage usage) {
    return new JsonObject()
        .put("spam", usage.spam())
        .put("ham", usage.ham())
        .put("missed_spam", usage.missedSpam())
        .put("false_positives", usage.falsePositives())
        .put("accuracy", Math.round(usage.accuracy() * 100) / 100.0)
        .put("time_saved", 0); // nobody has measured it
  }

  private static Usage total(Map<BlogMonth, Usage> months) {
    return months.values().stream().reduce(Usage.NONE, Usage::plus);
  }
}
