package org.galton.spec.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * JSON of bounded size. A text, a name, a number and the depth are bounded wherever they stand;
 * what is kept is bounded in memory, where an empty list takes thirty times its two characters. A
 * name that stands twice in an object that is kept is an error.
 */
public final class GivenJson {
  /** Of one text, in characters. */
  public static final int LONGEST_TEXT = 20_000_000;

  public static final int DEEPEST = 500;

  /** Of what is kept of one document or one of its parts. */
  public static final long MOST_KEPT_BYTES = 64L << 20;

  /** What a problem says of a second value. */
  public static final String FOLLOWED = "something follows the first object";

  private static final int LONGEST_NAME = 50_000;
  private static final int LONGEST_NUMBER = 1000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonFactory factory;
  private final Decimals decimals;
  private final Set<String> leftOut;

  /** What a number with a point becomes. */
  private enum Decimals {
    DOUBLE,
    AS_WRITTEN
  }

  private GivenJson(JsonFactory factory, Decimals decimals, Set<String> leftOut) {
    this.factory = factory;
    this.decimals = decimals;
    this.leftOut = leftOut;
  }

  /** As the standard has it; decimals keep all their digits. */
  public static GivenJson standard() {
    JsonFactory strict =
        factory().rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return new GivenJson(strict, Decimals.AS_WRITTEN, Set.of());
  }

  /**
   * As Python writes it, with NaN and Infinity.
   *
   * @param leftOut names of objects and lists that are not kept
   */
  public static GivenJson ofPython(Set<String> leftOut) {
    return new GivenJson(
        factory(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS), Decimals.DOUBLE, Set.copyOf(leftOut));
  }

  /** Parsers that bound texts, names, numbers and depth. */
  public static JsonFactory factory(JsonReadFeature... allowed) {
    var builder =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(DEEPEST)
                    .build());
    for (JsonReadFeature feature : allowed) {
      builder.enable(feature);
    }
    return builder.build();
  }

  /** What the bounds are, for messages. */
  public static String bounds() {
    return "at most %,d characters a text, %d levels and %d MiB in all"
        .formatted(LONGEST_TEXT, DEEPEST, MOST_KEPT_BYTES >> 20);
  }

  public JsonParser parser(Reader text) throws IOException {
    return factory.createParser(text);
  }

  /**
   * The one value of a text that is not blank.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException also where something follows it
   */
  public JsonNode only(String text) throws IOException {
    try (JsonParser parser = factory.createParser(text)) {
      parser.nextToken();
      JsonNode value = value(parser);
      end(parser);
      return value;
    }
  }

  /**
   * @throws JsonParseException unless the parser is behind the last token
   */
  public static void end(JsonParser parser) throws IOException {
    boolean isEnd;
    try {
      isEnd = parser.nextToken() == null;
    } catch (JsonParseException e) {
      isEnd = false;
    }
    if (!isEnd) {
      throw new JsonParseException(parser, FOLLOWED);
    }
  }

  /** The value that begins with the token that was read last. */
  public JsonNode value(JsonParser parser) throws IOException {
    return value(parser, new Kept());
  }

  /**
   * These members of the object whose opening brace was read last; of the others nothing is kept.
   */
  public ObjectNode members(JsonParser parser, Set<String> names) throws IOException {
    Kept kept = new Kept();
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (names.contains(name)) {
        member(parser, object, kept);
      } else {
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return object;
  }

  private void member(JsonParser parser, ObjectNode object, Kept kept) throws IOException {
    String name = parser.currentName();
    if (object.has(name)) {
      throw new JsonParseException(parser, "Duplicate field '" + name + "'");
    }
    kept.add(parser, Kept.MEMBER + 2L * name.length());
    if (parser.nextToken().isStructStart() && leftOut.contains(name)) {
      parser.skipChildren();
      return;
    }
    object.set(name, value(parser, kept));
  }

  private JsonNode value(JsonParser parser, Kept kept) throws IOException {
    kept.add(parser, Kept.VALUE);
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          member(parser, object, kept);
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, kept));
        }
        yield array;
      }
      case VALUE_STRING -> {
        String text = parser.getText();
        kept.add(parser, 2L * text.length());
        yield NODES.textNode(text);
      }
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
          };
      case VALUE_NUMBER_FLOAT ->
          decimals == Decimals.AS_WRITTEN
              ? NODES.numberNode(parser.getDecimalValue())
              : NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new JsonParseException(parser, "Unexpected " + parser.currentToken());
    };
  }

  /** About what a tree takes in memory. */
  private static final class Kept {
    static final int VALUE = 96;
    static final int MEMBER = 64;

    private long bytes;

    void add(JsonParser parser, long more) throws StreamConstraintsException {
      bytes += more;
      if (bytes > MOST_KEPT_BYTES) {
        throw new StreamConstraintsException(
            "it takes more than %d MiB in memory".formatted(MOST_KEPT_BYTES >> 20),
            parser.currentLocation());
      }
    }
  }
}
