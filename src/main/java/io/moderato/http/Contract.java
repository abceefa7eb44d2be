package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The OpenAPI 3.1 document {@code openapi.yaml}, which builds the router and validates requests.
 *
 * @param yaml as published
 * @param operations in the order of the document
 */
public record Contract(String yaml, List<Operation> operations) {
  private static final String RESOURCE = "/openapi.yaml";
  private static final String IRI = "urn:moderato:contract";
  /** Keyword of a schema: an object that has, by the keyword that is broken, what to say instead of the validator's own words. */
  private static final String ERROR_MESSAGES = "x-error";

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  public Contract {
    operations = List.copyOf(operations);
  }

  /** Reads the document from the class path. Takes some hundred milliseconds. */
  public static Contract load() {
    var yaml = resource();
    var document = parsed(yaml);
    return new Contract(yaml, operations(document, schema(document)));
  }

  /** @param id of one that there is */
  public Operation operation(String id) {
    return operations.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Operation> operations(JsonNode document, JsonSchema whole) {
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue().properties().stream()
            .filter(method -> METHODS.contains(method.getKey()))
            .forEach(method ->
                operations.add(new OperationReader(document, pointer -> schema(whole, pointer))
                    .read(path.getKey(), path.getValue(), method.getKey()))));
    return operations;
  }

  /** The document as one schema, of which all others are parts: asked for one by one, each would keep a copy of the document. */
  private static JsonSchema schema(JsonNode document) {
    var openApiOwn = Stream.of(
            "openapi", "info", "servers", "tags", "security", "paths", "components", "example")
        .map(NonValidationKeyword::new)
        .toList();
    var metaSchema = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
        .keywords(openApiOwn)
        .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
        .build();
    var config = SchemaValidatorsConfig.builder()
        .formatAssertionsEnabled(true)
        .errorMessageKeyword(ERROR_MESSAGES)
        .locale(Locale.ROOT)
        .pathType(PathType.JSON_POINTER)
        .build();
    return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
        .metaSchema(metaSchema)
        .build()
        .getSchema(SchemaLocation.of(IRI), document, config);
  }

  private static JsonSchema schema(JsonSchema whole, String pointer) {
    var schema = whole.getRefSchema(SchemaLocation.of(IRI + "#" + pointer).getFragment());
    schema.initializeValidators();
    return schema;
  }

  private static JsonNode parsed(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource() {
    try (var in = Contract.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
