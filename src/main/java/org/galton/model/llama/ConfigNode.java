package org.galton.model.llama;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.galton.spec.InvalidInput;

/** One object of a checkpoint's configuration; a key that is null counts as absent. */
record ConfigNode(JsonNode node, String name) {

  boolean has(String key) {
    return !node.path(key).isMissingNode() && !node.path(key).isNull();
  }

  JsonNode value(String key) {
    return node.path(key);
  }

  /** A whole number from 1. */
  int size(String key, int otherwise) {
    int value = has(key) && node.path(key).canConvertToInt() ? node.path(key).asInt() : 0;
    if (!has(key)) {
      value = otherwise;
    }
    if (value < 1 || value > 100_000_000) {
      throw invalid(key, "a positive number");
    }
    return value;
  }

  int size(String key) {
    return size(key, 0);
  }

  double number(String key, double otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    if (!node.path(key).isNumber()) {
      throw invalid(key, "a number");
    }
    return node.path(key).asDouble();
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

  InvalidInput invalid(String key, String expected) {
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
    return value.isTextual() ? value.asText() : value.toString();
  }
}
