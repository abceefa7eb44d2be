package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Contract;
import io.moderato.service.PublishedContract.Declared;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.OpenAPIVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ContractTest {
  /** Which operation makes an id, and which parameter it is in other operations. */
  private static final Map<String, String> CHOSEN_BY_THE_SERVICE = Map.of(
      "createKey", "key",
      "createWebhook", "webhook",
      "testWebhook", "delivery",
      "actOnComment", "act",
      "actOnMany", "batch");

  private final RunningService service;
  private final PublishedContract contract;

  ContractTest(RunningService service) {
    this.service = service;
    this.contract = service.contract();
  }

  @Test
  void the_document_is_valid_OpenAPI_3_1() {
    var document = new JsonObject(contract.document().toString());

    assertThat(openApiErrors(document)).isEmpty();
  }

  @Test
  void a_document_without_its_paths_would_not_pass() {
    var document = new JsonObject(contract.document().toString()).put("paths", "none");

    assertThat(openApiErrors(document)).isNotEmpty();
  }

  /** By the JSON schema of the OpenAPI Initiative. */
  private static List<OutputUnit> openApiErrors(JsonObject document) {
    var vertx = Vertx.vertx();
    try {
      var schemas =
          OpenAPIVersion.V3_1.getRepository(vertx, "https://contract.invalid").await();
      var result =
          OpenAPIVersion.V3_1.validateContract(vertx, schemas, document).await();
      var errors = result.getErrors();
      return errors == null ? List.of() : errors;
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void the_served_document_is_the_one_that_the_service_goes_by() {
    var served = service.anyone().get("/openapi.yaml").expect(200);

    assertThat(served.body()).isEqualTo(Contract.load().yaml());
  }

  @Test
  void every_operation_has_its_own_name_and_a_summary() {
    var ids =
        new LinkedHashSet<>(contract.operations().stream().map(Declared::id).toList());

    assertThat(ids).hasSameSizeAs(contract.operations()).doesNotContain("");
    assertThat(contract.operations())
        .allSatisfy(
            operation -> assertThat(operation.node.path("summary").asText()).isNotBlank());
  }

  @Test
  void every_body_that_may_be_sent_as_JSON_has_an_example() {
    var without = contract.operations().stream()
        .filter(operation -> operation.requestContent().has(Caller.JSON))
        .filter(operation -> examples(operation).isEmpty())
        .toList();

    assertThat(without).isEmpty();
  }

  @Test
  void every_documented_answer_keeps_to_its_own_schema() {
    var found = new HashMap<String, List<String>>();
    contract
        .operations()
        .forEach(operation -> operation
            .node
            .path("responses")
            .properties()
            .forEach(response -> contract
                .followed(response.getValue())
                .path("content")
                .forEach(content -> content.path("examples").properties().forEach(example -> {
                  var violations = contract.violations(
                      content.path("schema"), example.getValue().path("value"));
                  found.put(operation.id() + " " + example.getKey(), violations);
                }))));

    assertThat(found).isNotEmpty();
    assertThat(found).allSatisfy((name, violations) -> assertThat(violations).isEmpty());
  }

  /** In the document's order, on the sites that its first examples create; deletions come last. */
  @TestFactory
  Stream<DynamicTest> every_operation_answers_its_examples_as_declared() {
    var known = new HashMap<String, String>();
    return Stream.concat(
            contract.operations().stream().filter(operation -> !operation.method.equals("DELETE")),
            contract.operations().stream().filter(operation -> operation.method.equals("DELETE")))
        .flatMap(operation -> requests(operation).stream()
            .map(request -> dynamicTest(
                operation.id() + " " + request.name(), () -> run(operation, request, known))));
  }

  private void run(Declared operation, Example example, Map<String, String> known) {
    var target = target(operation, known);
    var caller = service.operator();

    var answer = example.body() == null
        ? caller.send(
            operation.method,
            target,
            caller.request(target).method(operation.method, BodyPublishers.noBody()))
        : caller.send(operation.method, target, Caller.JSON, example.body().toString());

    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    var made = CHOSEN_BY_THE_SERVICE.get(operation.id());
    if (made != null) {
      known.put(made, answer.json().path("id").asText());
    }
  }

  /** @param body null where the operation takes none */
  private record Example(String name, @Nullable JsonNode body) {}

  private List<Example> requests(Declared operation) {
    return operation.requestContent().isMissingNode()
        ? List.of(new Example("", null))
        : examples(operation);
  }

  private static List<Example> examples(Declared operation) {
    var examples = new ArrayList<Example>();
    operation
        .requestContent()
        .path(Caller.JSON)
        .path("examples")
        .properties()
        .forEach(example ->
            examples.add(new Example(example.getKey(), example.getValue().path("value"))));
    return examples;
  }

  private String target(Declared operation, Map<String, String> known) {
    var target = operation.path;
    for (var parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("path")) {
        var name = parameter.path("name").asText();
        var value = known.getOrDefault(name, parameter.path("example").asText());
        assertThat(value)
            .as("parameter '%s' of %s has an example", name, operation)
            .isNotEmpty();
        target = target.replace("{" + name + "}", TestSite.encoded(value));
      }
    }
    return target;
  }
}
