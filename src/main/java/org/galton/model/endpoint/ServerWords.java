package org.galton.model.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a server says of an error, made fit to be shown: short, on one line, without the key. */
final class ServerWords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;
  private static final int LOOKED_AT = 4000;
  private static final List<String> SAYING =
      List.of("error", "message", "msg", "detail", "code", "type", "error_type", "param", "loc");

  private ServerWords() {}

  static String of(byte[] body, ApiKey key) {
    return shown(message(new String(body, StandardCharsets.UTF_8)), key);
  }

  /**
   * All that an error says, with the codes and places beside its message, for looking at only. What
   * it repeats of the question is left out.
   */
  static String whole(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    StringBuilder words = new StringBuilder();
    try {
      collect(JSON.readTree(text), words);
    } catch (JsonProcessingException e) {
      words.append(text);
    }
    return words.length() > LOOKED_AT ? words.substring(0, LOOKED_AT) : words.toString();
  }

  private static void collect(JsonNode node, StringBuilder words) {
    if (node == null || words.length() > LOOKED_AT) {
      return;
    }
    if (node.isValueNode()) {
      words.append(node.asText()).append('\n');
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, words));
    } else {
      SAYING.forEach(key -> collect(node.get(key), words));
    }
  }

  static String shown(String text, ApiKey key) {
    String line = key.removedFrom(text).replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…"
        : line;
  }

  private static String message(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        List<JsonNode> places =
            List.of(
                root.path("error").path("message"),
                root.path("error"),
                root.path("message"),
                root.path("detail"));
        return places.stream()
            .filter(place -> !place.isMissingNode() && !place.isNull())
            .map(place -> place.isTextual() ? place.textValue() : place.toString())
            .findFirst()
            .orElse(text);
      }
    } catch (JsonProcessingException e) {
      // Words without JSON are words, too.
    }
    return text;
  }
}
