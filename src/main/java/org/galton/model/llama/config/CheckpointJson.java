package org.galton.model.llama.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;

/**
 * JSON of a checkpoint's files: UTF-8, no key twice in an object, and of a size and depth that
 * published files do not come near, so that what is made of it fits in memory.
 */
public final class CheckpointJson {
  private static final int MOST_LEVELS = 64;
  private static final int MOST_DIGITS = 100;
  private static final long MOST_VALUES = 2_000_000;

  private static final ObjectMapper TREES =
      JsonMapper.builder(factory(MOST_VALUES))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern SOURCE_OF_JACKSON =
      Pattern.compile(" \\(start marker at .*|, from `[^`]*`|\n.*", Pattern.DOTALL);

  private CheckpointJson() {}

  /**
   * @param mostValues most keys, values and brackets of a document
   */
  public static JsonFactory factory(long mostValues) {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MOST_LEVELS)
                .maxNumberLength(MOST_DIGITS)
                .maxTokenCount(mostValues)
                .build())
        .build();
  }

  /** Characters of a file; a byte that is not UTF-8 fails, for nothing may be read in two ways. */
  public static Reader characters(byte[] bytes) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
  }

  /**
   * @throws InvalidInput when it is not one JSON object
   */
  public static JsonNode object(byte[] bytes, String name) {
    try {
      JsonNode node = TREES.readTree(characters(bytes));
      if (!node.isObject()) {
        throw new InvalidInput("Cannot read " + name + ": it is not a JSON object");
      }
      return node;
    } catch (IOException e) {
      throw invalid(name, e);
    }
  }

  public static InvalidInput invalid(String name, IOException problem) {
    String place = "";
    String reason = problem.toString();
    if (problem instanceof JsonProcessingException json) {
      reason = SOURCE_OF_JACKSON.matcher(json.getOriginalMessage()).replaceAll("");
      if (json.getLocation() != null) {
        place =
            " at line %d, column %d"
                .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr());
      }
    }
    return new InvalidInput(
        "Cannot read %s: it is not JSON%s (%s); copy the file again from where the model is published"
            .formatted(name, place, reason));
  }
}
