package org.galton.task.judge.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.text.GivenJson;

/**
 * One JSON document of bounded size: 1,048,576 characters, 64 levels, numbers of at most 1,000
 * digits before and after the point.
 */
record JsonDocument(JsonNode value) {
  static final int LONGEST = 1 << 20;
  static final int DEEPEST = 64;
  static final int MOST_DIGITS = 1000;

  private static final GivenJson JSON = GivenJson.standard();

  /** Empty where the text is none, or beyond the bounds. */
  static Optional<JsonDocument> of(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.only(text))
          .filter(value -> isBounded(value, 0))
          .map(JsonDocument::new);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same text for documents that differ in blanks, the order of names and zeros alone. */
  String canonical() {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  /** A number such as 1e999999999 would fill the memory where it is computed with. */
  private static boolean isBounded(JsonNode node, int depth) {
    if (node.isNumber()) {
      return Math.abs((long) node.decimalValue().scale()) <= MOST_DIGITS;
    }
    if (!node.isContainerNode()) {
      return true;
    }
    for (JsonNode child : node) {
      if (depth + 1 >= DEEPEST || !isBounded(child, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isArray()) {
      String before = "[";
      for (JsonNode item : node) {
        text.append(before);
        write(item, text);
        before = ",";
      }
      text.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isObject()) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
      members.sort(Map.Entry.comparingByKey());
      String before = "{";
      for (Map.Entry<String, JsonNode> member : members) {
        text.append(before).append(JsonNodeFactory.instance.textNode(member.getKey())).append(':');
        write(member.getValue(), text);
        before = ",";
      }
      text.append(node.isEmpty() ? "{}" : "}");
    } else if (node.isNumber()) {
      text.append(number(node.decimalValue()));
    } else {
      text.append(node);
    }
  }

  private static BigDecimal number(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
