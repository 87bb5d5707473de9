package org.galton.task.judge.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code kwargs} of one instruction. An argument that is null counts as missing.
 *
 * @param id the instruction's
 */
record Arguments(String id, JsonNode kwargs) {
  String text(String name) {
    JsonNode value = kwargs.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw invalid(name, "a text that is not blank");
    }
    return value.asText();
  }

  /** A whole number; the published table writes some as 3.0. */
  int count(String name) {
    JsonNode value = kwargs.path(name);
    if (!value.isNumber() || value.asDouble() != value.asInt()) {
      throw invalid(name, "a whole number");
    }
    return value.asInt();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : kwargs.path(name)) {
      if (!text.isTextual() || text.asText().isEmpty()) {
        throw invalid(name, "a list of texts");
      }
      texts.add(text.asText());
    }
    if (texts.isEmpty()) {
      throw invalid(name, "a list of texts");
    }
    return List.copyOf(texts);
  }

  Relation relation(String name) {
    return switch (text(name)) {
      case "less than" -> Relation.LESS_THAN;
      case "at least" -> Relation.AT_LEAST;
      default -> throw invalid(name, "'less than' or 'at least'");
    };
  }

  /** A pattern of the argument, for capital and small letters alike. */
  Pattern pattern(String name, String expression) {
    return casedPattern(name, "(?i)" + expression);
  }

  /** The same, with letters as they are written. */
  Pattern casedPattern(String name, String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw invalid(name, "a word or an RE2 expression");
    }
  }

  IllegalArgumentException invalid(String name, String expected) {
    return new IllegalArgumentException(
        "Invalid argument %s of %s: '%s', expected %s"
            .formatted(name, id, kwargs.path(name).asText(), expected));
  }
}
