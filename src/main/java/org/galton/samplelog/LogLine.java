package org.galton.samplelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenJson;
import org.galton.spec.text.GivenText;

/**
 * A JSON object of a log, and refusals that say where it stands.
 *
 * @param place the file and the line, or what stands for one
 */
record LogLine(String place, JsonNode object) {
  private static final int SHOWN = 60;

  /**
   * NaN is what Python writes for a number that is not there. The probabilities of a response's
   * tokens are a hundred times as large as its text, and nothing reads them.
   */
  static final GivenJson JSON = GivenJson.ofPython(Set.of("logprobs"));

  /** Streams the objects of a file that has one a line. Blank lines count and are passed over. */
  static void each(LogSource source, String shape, Consumer<LogLine> sink) throws IOException {
    try (BufferedReader lines = GivenText.lines(source.open(), source.path())) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          sink.accept(parse(source.path() + " line " + number, line, shape));
        }
      }
    }
  }

  private static LogLine parse(String place, String line, String shape) throws IOException {
    try {
      JsonNode node = JSON.only(line);
      LogLine parsed = new LogLine(place, node);
      if (!node.isObject()) {
        throw parsed.refused("not an object", shape);
      }
      return parsed;
    } catch (JsonProcessingException e) {
      throw notJson(place, e, shape);
    }
  }

  static InvalidInput notJson(String place, JsonProcessingException problem, String expected) {
    String reason = problem.getOriginalMessage().lines().findFirst().orElse("");
    if (problem instanceof StreamConstraintsException) {
      return new InvalidInput(
          "Cannot import %s: too large (%s), expected %s; leave it out of the log"
              .formatted(place, reason, GivenJson.bounds()),
          problem);
    }
    return new InvalidInput(
        "Cannot import %s: not JSON (%s), expected %s".formatted(place, reason, expected), problem);
  }

  InvalidInput refused(String found, String expected) {
    return new InvalidInput("Cannot import %s: %s, expected %s".formatted(place, found, expected));
  }

  /** The value at a JSON pointer; missing where it is not there. */
  JsonNode at(String pointer) {
    return object.at(pointer);
  }

  /** A text, or a number or truth value as it was written. */
  String text(String pointer, String expected) {
    JsonNode node = at(pointer);
    if (!node.isValueNode() || node.isNull()) {
      throw refused(shown(pointer), expected);
    }
    return node.asText();
  }

  /** The whole number at a pointer; null where there is none. */
  Integer countOrNull(String pointer) {
    JsonNode node = at(pointer);
    return node.isIntegralNumber() && node.canConvertToInt() ? (Integer) node.intValue() : null;
  }

  /** Whether there is a value that is not null. */
  boolean has(String pointer) {
    return !at(pointer).isMissingNode() && !at(pointer).isNull();
  }

  int count(String pointer, String expected) {
    JsonNode node = at(pointer);
    if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
      throw refused(shown(pointer), expected);
    }
    return node.intValue();
  }

  /** 1 or true, against 0 or false. */
  boolean rightOrWrong(String pointer, String expected) {
    JsonNode node = at(pointer);
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (!node.isNumber() || (node.asDouble() != 0 && node.asDouble() != 1)) {
      throw refused(shown(pointer), expected);
    }
    return node.asDouble() == 1;
  }

  /** What stands at a pointer, as messages show it: {@code 'a.b' is 3}, or {@code no 'a.b'}. */
  String shown(String pointer) {
    String name = pointer.substring(1).replace('/', '.');
    JsonNode node = at(pointer);
    if (node.isMissingNode()) {
      return "no '" + name + "'";
    }
    String value = node.toString();
    return "'%s' is %s"
        .formatted(name, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value);
  }
}
