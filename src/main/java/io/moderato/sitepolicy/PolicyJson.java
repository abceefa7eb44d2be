package io.moderato.sitepolicy;

import io.moderato.policy.Definition;
import io.moderato.policy.Mistake;
import io.moderato.policy.PolicyDiff;
import io.moderato.policy.PolicySource;
import io.moderato.policy.Rule;
import io.moderato.site.PolicyActivation;
import io.moderato.site.Site;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** The forms in which policies leave; see {@code Policy…} of the contract. */
public final class PolicyJson {
  private PolicyJson() {}

  static JsonObject active(Site site, PolicySource source) {
    var latest = site.policies().isEmpty() ? null : site.policies().get(0);
    return new JsonObject()
        .put("version", SitePolicies.activeId(site))
        .put("since", latest == null ? null : latest.at().toString())
        .put("by", latest == null ? null : latest.by())
        .put("source", source(source))
        .put("history", array(site.policies(), PolicyJson::activation));
  }

  static JsonObject stored(StoredPolicy policy) {
    return new JsonObject()
        .put("version", policy.id())
        .put("createdAt", policy.createdAt().toString())
        .put("by", policy.by())
        .put("note", policy.note());
  }

  /** @param id of a preset, or of a version of the site's own */
  static JsonObject version(String id, PolicySource source) {
    return new JsonObject().put("version", id).put("source", source(source));
  }

  static JsonArray warnings(List<Mistake> warnings) {
    return array(
        warnings,
        warning ->
            new JsonObject().put("pointer", warning.pointer()).put("detail", warning.detail()));
  }

  static JsonObject diff(String from, String to, PolicyDiff diff) {
    return new JsonObject()
        .put("from", from)
        .put("to", to)
        .put("rules", changes(diff.rules(), PolicyJson::rule))
        .put("let", changes(diff.definitions(), PolicyJson::definition))
        .put("rulesReordered", diff.reordered());
  }

  public static JsonObject source(PolicySource source) {
    var let = new JsonObject();
    source.let().forEach(definition -> let.put(definition.name(), definition.expression()));
    return new JsonObject()
        .put("name", source.name())
        .put("description", source.description())
        .put("let", let)
        .put("rules", array(source.rules(), PolicyJson::rule));
  }

  private static <T> JsonObject changes(
      PolicyDiff.Changes<T> changes, Function<T, JsonObject> json) {
    return new JsonObject()
        .put("added", array(changes.added(), json))
        .put("removed", array(changes.removed(), json))
        .put(
            "changed",
            array(
                changes.changed(),
                change -> new JsonObject()
                    .put("from", json.apply(change.from()))
                    .put("to", json.apply(change.to()))));
  }

  private static JsonObject rule(Rule rule) {
    return new JsonObject()
        .put("name", rule.name())
        .put("sentence", rule.sentence())
        .put("when", rule.when())
        .put("verdict", rule.verdict().name());
  }

  private static JsonObject definition(Definition definition) {
    return new JsonObject()
        .put("name", definition.name())
        .put("expression", definition.expression());
  }

  public static JsonObject activation(PolicyActivation activation) {
    return new JsonObject()
        .put("version", activation.policy())
        .put("at", activation.at().toString())
        .put("by", activation.by());
  }

  public static <T> JsonArray array(List<T> values, Function<T, JsonObject> json) {
    var array = new JsonArray();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }
}
