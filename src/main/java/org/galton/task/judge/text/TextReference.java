package org.galton.task.judge.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.spec.text.GivenJson;

/**
 * What counts as the answer: alternatives of which any will do, each of one or more spans.
 *
 * @param alternatives at least one, none without a span
 */
record TextReference(List<List<String>> alternatives) {
  private static final GivenJson JSON = GivenJson.standard();

  /**
   * A text is one alternative. A JSON list of texts has one in each, and a list in it is an
   * alternative of several spans. Empty where it holds something else.
   */
  static Optional<TextReference> of(String reference) {
    JsonNode list = reference.startsWith("[") ? parsed(reference) : null;
    if (list == null) {
      return Optional.of(new TextReference(List.of(List.of(reference))));
    }
    List<List<String>> alternatives = new ArrayList<>();
    for (JsonNode item : list) {
      List<String> spans = new ArrayList<>();
      for (JsonNode span : item.isArray() ? item : List.of(item)) {
        if (!span.isTextual() && !span.isNumber()) {
          return Optional.empty();
        }
        spans.add(span.asText());
      }
      alternatives.add(List.copyOf(spans));
    }
    boolean isWhole = !alternatives.isEmpty() && alternatives.stream().noneMatch(List::isEmpty);
    return isWhole ? Optional.of(new TextReference(List.copyOf(alternatives))) : Optional.empty();
  }

  /** Whether each alternative is one span, as all but DROP's are. */
  boolean isPlain() {
    return alternatives.stream().allMatch(spans -> spans.size() == 1);
  }

  /** The alternatives of a plain reference. */
  List<String> texts() {
    return alternatives.stream().map(spans -> spans.get(0)).toList();
  }

  /** Null where the text is no JSON list, and is itself meant. */
  private static JsonNode parsed(String reference) {
    try {
      return JSON.only(reference);
    } catch (IOException e) {
      return null;
    }
  }
}
