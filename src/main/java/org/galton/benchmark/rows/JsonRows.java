package org.galton.benchmark.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.spec.text.GivenJson;

/** JSON: one object after the other, as in JSON Lines, or a list of them. */
public final class JsonRows {
  private static final GivenJson JSON = GivenJson.ofPython(Set.of());
  private static final String EXPECTED = "a JSON object";

  private JsonRows() {}

  static void read(Reader text, PublishedFile file) throws IOException {
    try (JsonParser parser = JSON.parser(text)) {
      JsonToken token = parser.nextToken();
      boolean list = token == JsonToken.START_ARRAY;
      if (list) {
        token = parser.nextToken();
      }
      while (token != (list ? JsonToken.END_ARRAY : null)) {
        if (token != JsonToken.START_OBJECT) {
          throw file.broken("not an object", EXPECTED);
        }
        file.add(columns(JSON.value(parser)));
        token = parser.nextToken();
      }
      if (list) {
        GivenJson.end(parser);
      }
    } catch (StreamConstraintsException e) {
      throw file.broken("too large (" + e.getOriginalMessage() + ")", GivenJson.bounds());
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw file.broken("not JSON" + place + " (" + reason + ")", EXPECTED);
    }
  }

  /**
   * The value of a text that holds one.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static Object value(String text) {
    try {
      return value(JSON.only(text));
    } catch (StreamConstraintsException e) {
      throw new IllegalArgumentException(
          "it is too large (" + e.getOriginalMessage() + "), expected " + GivenJson.bounds(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
  }

  private static Map<String, Object> columns(JsonNode object) {
    Map<String, Object> columns = new LinkedHashMap<>();
    object.properties().forEach(entry -> columns.put(entry.getKey(), value(entry.getValue())));
    return columns;
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : node.isIntegralNumber() ? node.asText() : (Object) node.doubleValue();
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        yield items;
      }
      case OBJECT -> columns(node);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }
}
