package org.galton.model.llama.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.galton.spec.InvalidInput;

/** One object of a checkpoint's configuration; a key that is null counts as absent. */
public record ConfigNode(JsonNode node, String name) {
  /** Most positions, of a sequence or a window. */
  static final int MOST = 100_000_000;

  private static final int SHOWN = 200;

  public boolean has(String key) {
    return !node.path(key).isMissingNode() && !node.path(key).isNull();
  }

  public JsonNode value(String key) {
    return node.path(key);
  }

  /** A whole number from 1 to {@code most}. */
  int size(String key, int most, int otherwise) {
    JsonNode value = node.path(key);
    int size = otherwise;
    if (has(key)) {
      size = value.canConvertToExactIntegral() && value.canConvertToInt() ? value.asInt() : 0;
    }
    if (size < 1 || size > most) {
      throw invalid(key, "a whole number from 1 to %,d".formatted(most));
    }
    return size;
  }

  int size(String key, int most) {
    return size(key, most, 0);
  }

  /** A finite number. */
  public double number(String key, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    double value = node.path(key).isNumber() ? node.path(key).asDouble() : Double.NaN;
    if (!Double.isFinite(value)) {
      throw invalid(key, "a number");
    }
    return value;
  }

  double positive(String key, double otherwise) {
    double value = number(key, otherwise);
    if (!(value > 0 && Double.isFinite(value))) {
      throw invalid(key, "a positive number");
    }
    return value;
  }

  boolean flag(String key) {
    if (has(key) && !node.path(key).isBoolean()) {
      throw invalid(key, "true or false");
    }
    return node.path(key).asBoolean(false);
  }

  /** Keys that this decoder would have to act on and cannot. */
  void refuse(List<String> keys) {
    for (String key : keys) {
      if (has(key) && !isFalse(key)) {
        throw unsupported(key, shown(key), "none");
      }
    }
  }

  public InvalidInput invalid(String key, String expected) {
    return new InvalidInput(
        "Cannot use "
            + name
            + ": "
            + key
            + " is "
            + (has(key) ? shown(key) : "missing")
            + ", expected "
            + expected);
  }

  InvalidInput unsupported(String key, String value, String expected) {
    return new InvalidInput(
        "Cannot use "
            + name
            + ": "
            + key
            + " '"
            + value
            + "' is not supported, expected "
            + expected);
  }

  private boolean isFalse(String key) {
    return node.path(key).isBoolean() && !node.path(key).asBoolean();
  }

  private String shown(String key) {
    JsonNode value = node.path(key);
    String text = value.isTextual() ? value.asText() : value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
