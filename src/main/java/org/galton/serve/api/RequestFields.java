package org.galton.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.galton.spec.ValueType;

/** The fields of a request, each read once; what nobody has read is refused. Null is absent. */
final class RequestFields {
  private static final int MOST_STOPS = 64;

  private final Map<String, JsonNode> left;
  private final Set<String> known = new HashSet<>();

  RequestFields(ObjectNode root) {
    this.left = new LinkedHashMap<>();
    root.properties().forEach(field -> left.put(field.getKey(), field.getValue()));
  }

  Optional<JsonNode> take(String name) {
    known.add(name);
    JsonNode value = left.remove(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  OptionalInt integer(String name, int least, int most) {
    Optional<JsonNode> value = take(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode given = value.get();
    if (!given.isIntegralNumber()
        || !given.canConvertToInt()
        || given.intValue() < least
        || given.intValue() > most) {
      throw wrong(name, given, "a whole number from %d to %d".formatted(least, most));
    }
    return OptionalInt.of(given.intValue());
  }

  OptionalLong seed(String name) {
    Optional<JsonNode> value = take(name);
    if (value.isPresent() && !(value.get().isIntegralNumber() && value.get().canConvertToLong())) {
      throw wrong(name, value.get(), "a whole number of at most 64 bits, with a sign");
    }
    return value.isPresent() ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
  }

  double number(String name, double otherwise) {
    Optional<JsonNode> value = take(name);
    if (value.isPresent()
        && !(value.get().isNumber() && Double.isFinite(value.get().doubleValue()))) {
      throw wrong(name, value.get(), "a number");
    }
    return value.map(JsonNode::doubleValue).orElse(otherwise);
  }

  /** False where it is absent. */
  boolean flag(String name) {
    Optional<JsonNode> value = take(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(name, value.get(), "true or false");
    }
    return value.map(JsonNode::booleanValue).orElse(false);
  }

  /** A text or a list of texts. */
  List<String> texts(String name) {
    Optional<JsonNode> value = take(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get().isTextual()) {
      return List.of(value.get().textValue());
    }
    String expected = "a text or a list of at most %d texts".formatted(MOST_STOPS);
    if (!value.get().isArray() || value.get().size() > MOST_STOPS) {
      throw wrong(name, value.get(), expected);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : value.get()) {
      if (!text.isTextual()) {
        throw wrong(name, value.get(), expected);
      }
      texts.add(text.textValue());
    }
    return List.copyOf(texts);
  }

  /** Refuses what is not there, unless it only says that it is off. */
  void off(String name, List<JsonNode> off) {
    Optional<JsonNode> value = take(name);
    if (value.isPresent() && off.stream().noneMatch(one -> same(one, value.get()))) {
      throw ApiProblem.of(
          name,
          "Cannot draw with '%s' %s: Galton's decoder has no such thing; leave it out"
                  .formatted(name, shown(value.get()))
              + (off.isEmpty() ? "" : ", or send " + off.get(0)));
    }
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.doubleValue() == other.doubleValue()
        : one.equals(other);
  }

  /** All fields have been read. */
  void end() {
    left.keySet().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw ApiProblem.of(
                  shortened(name),
                  "Unknown field '%s'%s: nothing is passed over in silence; leave it out"
                      .formatted(shortened(name), ValueType.word(List.copyOf(known)).hint(name)));
            });
  }

  static ApiProblem wrong(String name, JsonNode given, String expected) {
    return ApiProblem.of(
        name, "Invalid '%s' %s: expected %s".formatted(name, shown(given), expected));
  }

  private static String shown(JsonNode value) {
    return value.isContainerNode() ? "of this form" : shortened(value.toString());
  }

  private static String shortened(String text) {
    int most = 60;
    return text.codePointCount(0, text.length()) > most
        ? text.substring(0, text.offsetByCodePoints(0, most)) + "…"
        : text;
  }
}
