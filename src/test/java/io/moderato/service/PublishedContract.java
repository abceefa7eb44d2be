package io.moderato.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code openapi.yaml}, read here once more and apart from the code that serves by it, so that one does not cover the other's mistakes. */
final class PublishedContract {
  private static final String IRI = "urn:published:contract";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  /** What a request that reaches no operation may be answered with. */
  private static final Set<Integer> OUTSIDE = Set.of(400, 404, 405, 413, 414, 431, 501);

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final List<Declared> operations = new ArrayList<>();

  PublishedContract(String yaml) {
    try {
      document = YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(yaml);
    } catch (JacksonException e) {
      throw new AssertionError("openapi.yaml is not YAML", e);
    }
    var text = document.toString();
    var dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
        .keywords(Stream.of("openapi", "info", "servers", "tags", "security", "paths", "components")
            .map(NonValidationKeyword::new)
            .toList())
        .build();
    schemas = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
        .metaSchema(dialect)
        .schemaLoaders(loaders -> loaders.schemas(iri -> iri.equals(IRI) ? text : null))
        .build();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue().properties().stream()
            .filter(entry -> METHODS.contains(entry.getKey()))
            .forEach(entry -> operations.add(
                new Declared(path.getKey(), entry.getKey(), path.getValue(), entry.getValue()))));
  }

  /** An operation as it is declared. */
  final class Declared {
    final String path;
    final String method;
    final JsonNode node;
    private final JsonNode pathItem;
    private final Pattern pattern;

    Declared(String path, String method, JsonNode pathItem, JsonNode node) {
      this.path = path;
      this.method = method.toUpperCase(Locale.ROOT);
      this.pathItem = pathItem;
      this.node = node;
      this.pattern = Pattern.compile(
          path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+").replace(":", "(?::|%3[Aa])"));
    }

    String id() {
      return node.path("operationId").asText();
    }

    /** The requirement that counts; empty for an operation that is open to all. */
    JsonNode security() {
      var own = node.has("security") ? node.path("security") : document.path("security");
      return own.isEmpty() ? own : own.get(0);
    }

    List<JsonNode> parameters() {
      var parameters = new ArrayList<JsonNode>();
      pathItem.path("parameters").forEach(parameter -> parameters.add(followed(parameter)));
      node.path("parameters").forEach(parameter -> parameters.add(followed(parameter)));
      return parameters;
    }

    /** By media type; empty where it takes no body. */
    JsonNode requestContent() {
      return node.path("requestBody").path("content");
    }

    boolean declares(int status) {
      return node.path("responses").has(Integer.toString(status));
    }

    @Override
    public String toString() {
      return id();
    }
  }

  List<Declared> operations() {
    return operations;
  }

  Declared operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The node that a reference stands for; any other node itself. */
  JsonNode followed(JsonNode node) {
    return node.has("$ref") ? followed(document.at(node.path("$ref").asText().substring(1))) : node;
  }

  /** Fails unless the contract declares the answer and its body keeps to the declared schema. */
  void check(String method, String target, Answer answer) {
    var operation = find(method, target.split("\\?", 2)[0]);
    if (operation.isEmpty()) {
      checkOutside(method, target, answer);
      return;
    }
    var status = Integer.toString(answer.status());
    var responses = operation.get().node.path("responses");
    if (!responses.has(status)) {
      throw new AssertionError(
          "%s declares no %s, answered: %s".formatted(operation.get().id(), status, answer.body()));
    }
    checkDeclared(operation.get().id(), followed(responses.path(status)), answer);
  }

  private void checkDeclared(String operation, JsonNode response, Answer answer) {
    response.path("headers").fieldNames().forEachRemaining(header -> {
      if (answer.header(header).isEmpty()) {
        throw new AssertionError(
            "%s answered %d without its header %s".formatted(operation, answer.status(), header));
      }
    });
    var content = response.path("content");
    if (content.isMissingNode()) {
      if (!answer.body().isEmpty()) {
        throw new AssertionError(
            "%s declares no body, answered: %s".formatted(operation, answer.body()));
      }
      return;
    }
    if (!content.has(answer.mediaType())) {
      throw new AssertionError(
          "%s declares no %s for %d".formatted(operation, answer.mediaType(), answer.status()));
    }
    var schema = content.path(answer.mediaType()).path("schema");
    if (answer.mediaType().contains("json")) {
      requireValid(operation, schema, answer.json());
    } else {
      requireValid(operation, schema, TextNode.valueOf(answer.body()));
    }
  }

  private void checkOutside(String method, String target, Answer answer) {
    if (!OUTSIDE.contains(answer.status())) {
      throw new AssertionError("%s %s is no operation, yet answered %d: %s"
          .formatted(method, target, answer.status(), answer.body()));
    }
    if (method.equals("HEAD")) {
      return; // its answer has no body
    }
    if (!answer.mediaType().equals("application/problem+json")) {
      throw new AssertionError("%s %s answered %d without a problem: %s %s"
          .formatted(method, target, answer.status(), answer.headers(), answer.body()));
    }
    requireValid("no operation", problemSchema(), answer.json());
  }

  private JsonNode problemSchema() {
    return Json.object("$ref", "#/components/schemas/Problem");
  }

  private void requireValid(String operation, JsonNode schema, JsonNode value) {
    var violations = violations(schema, value);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "%s answered what breaks its schema: %s%n%s".formatted(operation, violations, value));
    }
  }

  /** What of the value breaks a schema of the document. */
  List<String> violations(JsonNode schema, JsonNode value) {
    var config = SchemaValidatorsConfig.builder()
        .formatAssertionsEnabled(true)
        .locale(Locale.ROOT)
        .build();
    var reference = schema.path("$ref").asText();
    var read = reference.isEmpty()
        ? schemas.getSchema(schema.toString(), InputFormat.JSON, config)
        : schemas.getSchema(SchemaLocation.of(IRI + reference), config);
    return read.validate(value).stream().map(Object::toString).toList();
  }

  private Optional<Declared> find(String method, String path) {
    return operations.stream()
        .filter(operation ->
            operation.method.equals(method) && operation.pattern.matcher(path).matches())
        .min((a, b) -> Boolean.compare(a.path.contains("{"), b.path.contains("{")));
  }

  JsonNode document() {
    return document;
  }
}
