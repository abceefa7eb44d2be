package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.moderato.http.Operation.Parameter;
import io.moderato.site.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads operations out of the parsed contract; references inside the document are followed. */
final class OperationReader {
  private final JsonNode document;
  private final Function<String, JsonSchema> schemaAt;

  /** @param schemaAt gives the schema at a JSON pointer of the document */
  OperationReader(JsonNode document, Function<String, JsonSchema> schemaAt) {
    this.document = document;
    this.schemaAt = schemaAt;
  }

  Operation read(String path, JsonNode pathItem, String method) {
    var operation = pathItem.path(method);
    var at = JsonPointers.field("/paths", path);
    var parameters = new ArrayList<Parameter>();
    parameters.addAll(parameters(pathItem, at));
    parameters.addAll(parameters(operation, at + "/" + method));
    return new Operation(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        access(operation.has("security") ? operation.path("security") : document.path("security")),
        parameters,
        bodies(
            operation.path("requestBody").path("content"),
            at + "/" + method + "/requestBody/content"));
  }

  private List<Parameter> parameters(JsonNode owner, String at) {
    var parameters = new ArrayList<Parameter>();
    for (int i = 0; i < owner.path("parameters").size(); i++) {
      var pointer = followed(at + "/parameters/" + i);
      var node = document.at(pointer);
      var schema = followed(pointer + "/schema");
      parameters.add(new Parameter(
          node.path("name").asText(),
          node.path("in").asText(),
          node.path("required").asBoolean(),
          document.at(schema).path("type").asText().equals("integer"),
          schemaAt.apply(schema)));
    }
    return parameters;
  }

  private Map<String, BodySchema> bodies(JsonNode content, String at) {
    var bodies = new HashMap<String, BodySchema>();
    content
        .fieldNames()
        .forEachRemaining(type ->
            bodies.put(type, body(followed(JsonPointers.field(at, type) + "/schema"))));
    return bodies;
  }

  private BodySchema body(String pointer) {
    var oneOf = document.at(pointer).path("oneOf");
    var alternatives = new ArrayList<JsonSchema>();
    for (int i = 0; i < oneOf.size(); i++) {
      alternatives.add(schemaAt.apply(followed(pointer + "/oneOf/" + i)));
    }
    return new BodySchema(alternatives.isEmpty() ? List.of(schemaAt.apply(pointer)) : alternatives);
  }

  private String followed(String pointer) {
    var reference = document.at(pointer).path("$ref").asText();
    return reference.isEmpty() ? pointer : followed(reference.substring(1));
  }

  private static Access access(JsonNode security) {
    if (security.isEmpty()) {
      return new Access(Access.Kind.OPEN, Set.of());
    }
    var requirement = security.get(0);
    if (requirement.has("operatorKey")) {
      return new Access(Access.Kind.OPERATOR_KEY, Set.of());
    }
    var scopes = StreamSupport.stream(requirement.path("siteKey").spliterator(), false)
        .map(scope -> Scope.of(scope.asText()))
        .collect(Collectors.toUnmodifiableSet());
    return new Access(Access.Kind.SITE_KEY, scopes);
  }
}
