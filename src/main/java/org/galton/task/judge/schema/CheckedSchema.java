package org.galton.task.judge.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.Specification;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galton.spec.text.GivenJson;

/**
 * A JSON Schema of draft 2020-12 that refers to nothing outside itself, with patterns as RE2 reads
 * them. As the draft has it, {@code format} is a note and no rule.
 */
final class CheckedSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final GivenJson JSON = GivenJson.standard();

  /** A document of each kind: a reference in a circle shows at one of them. */
  private static final List<String> TRIALS = List.of("null", "true", "0", "\"\"", "[]", "{}");

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .regularExpressionFactory(
              expression -> {
                Pattern pattern = Pattern.compile(expression);
                return text -> pattern.matcher(text).find();
              })
          .failFast(true)
          .preloadSchema(false)
          .locale(Locale.ROOT)
          .build();

  private final Schema schema;

  private CheckedSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * @throws IllegalArgumentException where the text is no such schema
   */
  static CheckedSchema of(String text) {
    try {
      JsonNode node = JSON.only(text);
      List<Error> errors = Draft.SCHEMA.validate(node);
      if (!errors.isEmpty()) {
        throw new IllegalArgumentException("Invalid schema: " + errors.get(0));
      }
      Schema schema = closed().getSchema(node);
      schema.initializeValidators();
      for (String trial : TRIALS) {
        schema.validate(JSON.only(trial));
      }
      return new CheckedSchema(schema);
    } catch (IOException e) {
      throw new IllegalArgumentException("Invalid schema: it is no JSON", e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("Invalid schema: it refers to itself without end", e);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Invalid schema: " + e.getMessage(), e);
    }
  }

  /** The first rule that the document breaks; empty where it fits. */
  Optional<String> firstError(JsonNode document) {
    try {
      return schema.validate(document).stream().map(Error::toString).findFirst();
    } catch (StackOverflowError e) {
      throw new IllegalStateException(
          "Cannot judge: the schema refers to itself without end; mend its $ref", e);
    }
  }

  /** Nothing is loaded, neither from the network nor from the class path. */
  private static SchemaRegistry closed() {
    return SchemaRegistry.withDialect(
        Specification.getDialect(SpecificationVersion.DRAFT_2020_12),
        builder ->
            builder.schemaRegistryConfig(CONFIG).schemaLoader(loader -> loader.block(iri -> true)));
  }

  /** What every schema has to fit. */
  private static final class Draft {
    static final Schema SCHEMA =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(CONFIG))
            .getSchema(SchemaLocation.of(DRAFT));
  }
}
