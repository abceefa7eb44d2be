package io.moderato.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.LanguageHint;
import io.moderato.http.JsonPointers;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Violation;
import io.moderato.policy.Definition;
import io.moderato.policy.InvalidPolicyException;
import io.moderato.policy.Policy;
import io.moderato.policy.PolicyReader;
import io.moderato.policy.PolicySource;
import io.moderato.site.Site;
import io.moderato.sitepolicy.SitePolicies;
import io.moderato.wordlist.CompiledList;
import io.moderato.wordlist.InvalidEntryException;
import io.moderato.wordlist.ListField;
import io.moderato.wordlist.ListFormat;
import io.moderato.wordlist.ListOwner;
import io.moderato.wordlist.WordList;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is to be tried from {@code ReplayRequest} of the contract. */
public final class TrialReader {
  /** What a policy that is not stored counts as. */
  private static final int DRAFT = 0;

  private final Vertx vertx;
  private final SitePolicies policies;
  private final CandidateModels models;

  public TrialReader(Vertx vertx, SitePolicies policies, CandidateModels models) {
    this.vertx = vertx;
    this.policies = policies;
    this.models = models;
  }

  /** Fails with a problem that points at what can't be tried. */
  Future<Trial> read(Site site, JsonNode body) {
    return policy(site, body)
        .compose(policy -> body.path("let").isEmpty()
            ? Future.succeededFuture(Trial.of(policy))
            : vertx.executeBlocking(() -> withChanges(policy, body.path("let")), false))
        .compose(trial -> withList(trial, site, body.path("list")))
        .compose(trial -> withModel(trial, site, body.path("model")));
  }

  private Future<Policy> policy(Site site, JsonNode body) {
    if (body.has("source") && body.has("version")) {
      throw invalid("/source", "can't be tried together with a stored version");
    }
    if (body.has("source")) {
      return vertx.executeBlocking(() -> read(body.path("source")), false);
    }
    return body.has("version")
        ? policies
            .withId(site.id(), body.path("version").textValue())
            .map(found -> found.orElseThrow(
                () -> invalid("/version", "is no preset and no stored version of this site")))
        : policies.active(site);
  }

  private static Policy read(JsonNode source) {
    try {
      return source.isTextual()
          ? PolicyReader.read(source.textValue(), DRAFT)
          : PolicyReader.read(source, DRAFT);
    } catch (InvalidPolicyException e) {
      throw invalid("/source", e);
    }
  }

  private static Trial withChanges(Policy policy, JsonNode changes) {
    var source = policy.source();
    var known = source.let().stream().map(Definition::name).toList();
    changes.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        throw invalid(
            JsonPointers.field("/let", name),
            "is no definition of %s, which has %s".formatted(policy.id(), known));
      }
    });
    var let = source.let().stream()
        .map(each -> changes.has(each.name())
            ? new Definition(each.name(), changes.path(each.name()).asText())
            : each)
        .toList();
    var changed = new PolicySource(source.name(), source.description(), let, source.rules());
    var shown = changes.properties().stream()
        .map(change -> change.getKey() + " = " + change.getValue().asText())
        .collect(Collectors.joining(", ", policy.id() + ", ", ""));
    try {
      return new Trial(shown, Policy.of(changed, policy.version()), null);
    } catch (InvalidPolicyException e) {
      throw invalid("", e);
    }
  }

  private Future<Trial> withList(Trial trial, Site site, JsonNode list) {
    return list.isMissingNode()
        ? Future.succeededFuture(trial)
        : vertx.executeBlocking(
            () -> {
              var compiled = compiled(site, list);
              return trial.reread("list " + compiled.name(), new Relisted(compiled));
            },
            false);
  }

  private CompiledList compiled(Site site, JsonNode list) {
    var entries = new ArrayList<String>();
    list.path("entries").forEach(entry -> entries.add(entry.textValue()));
    try {
      return CompiledList.of(new WordList(
          ListOwner.of(site.id()),
          list.path("name").textValue(),
          "",
          ListFormat.of(list.path("format").asText("words")),
          Set.of(ListField.TEXT),
          entries,
          1,
          Instant.EPOCH));
    } catch (InvalidEntryException e) {
      throw invalid("/list/entries/" + e.index(), e.getMessage());
    }
  }

  private Future<Trial> withModel(Trial trial, Site site, JsonNode name) {
    return name.isMissingNode()
        ? Future.succeededFuture(trial)
        : models
            .load(name.textValue())
            .map(model -> trial.reread(
                model.version(),
                (past, signals) -> Rescored.of(
                    signals,
                    model
                        .classifier()
                        .classify(
                            Objects.requireNonNull(past.text()),
                            past.format(),
                            LanguageHint.expecting(site.languages())))));
  }

  private static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, pointer, detail));
  }

  private static ProblemException invalid(String pointer, InvalidPolicyException mistakes) {
    List<Violation> violations = mistakes.mistakes().stream()
        .map(mistake -> Violation.inBody(pointer + mistake.pointer(), mistake.detail()))
        .toList();
    return new ProblemException(new Problem(
        ProblemType.INVALID_REQUEST,
        "The policy can't be used; errors says where.",
        violations,
        null));
  }
}
