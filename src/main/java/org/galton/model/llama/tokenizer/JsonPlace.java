package org.galton.model.llama.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.galton.spec.InvalidInput;

/** A value of a {@code tokenizer.json} with its place in it, for an error to name. */
record JsonPlace(JsonNode node, String file, String path) {
  private static final int SHOWN = 200;

  JsonPlace at(String key) {
    return new JsonPlace(node.path(key), file, path.isEmpty() ? key : path + "." + key);
  }

  boolean absent() {
    return node.isMissingNode() || node.isNull();
  }

  /** An object with no other keys; one that ends with {@code ?} may be absent. */
  JsonPlace object(String... keys) {
    if (!node.isObject()) {
      throw invalid("an object");
    }
    List<String> known = Arrays.stream(keys).map(key -> key.replace("?", "")).toList();
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw at(name).invalid("only the keys " + String.join(", ", known));
      }
    }
    for (String key : keys) {
      if (!key.endsWith("?") && !node.has(key)) {
        throw at(key).invalid("a value");
      }
    }
    return this;
  }

  List<JsonPlace> items() {
    if (!node.isArray()) {
      throw invalid("a list");
    }
    List<JsonPlace> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new JsonPlace(item, file, path + "[" + items.size() + "]"));
    }
    return items;
  }

  /** A text of at most so many bytes. */
  String text(int mostBytes) {
    if (!node.isTextual()) {
      throw invalid("a text");
    }
    if (bytes(node.textValue()) > mostBytes) {
      throw invalid("a text of at most %,d bytes".formatted(mostBytes));
    }
    return node.textValue();
  }

  void character() {
    if (!node.isTextual() || node.textValue().codePointCount(0, node.textValue().length()) != 1) {
      throw invalid("one character");
    }
  }

  void flag() {
    if (!node.isBoolean()) {
      throw invalid("true or false");
    }
  }

  void flag(String... keys) {
    for (String key : keys) {
      at(key).flag();
    }
  }

  void flagIfThere(String... keys) {
    for (String key : keys) {
      if (!at(key).absent()) {
        at(key).flag();
      }
    }
  }

  void oneOf(String... words) {
    if (!node.isTextual() || !Arrays.asList(words).contains(node.textValue())) {
      throw invalid("one of " + String.join(", ", words));
    }
  }

  int whole(int least, int most) {
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < least
        || node.intValue() > most) {
      throw invalid(
          least == most
              ? Integer.toString(least)
              : "a whole number from %,d to %,d".formatted(least, most));
    }
    return node.intValue();
  }

  InvalidInput invalid(String expected) {
    String found = node.isMissingNode() ? "missing" : node.toString();
    return invalid(
        "is " + (found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…"), expected);
  }

  InvalidInput invalid(String found, String expected) {
    return new InvalidInput(
        "Cannot use %s: %s %s, expected %s; take the tokenizer.json that is published with the model; if it is that one, Galton cannot use this model's tokenizer"
            .formatted(file, path.isEmpty() ? "it" : path, found, expected));
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
