package org.galton.study.cells;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntFunction;

/** Conditions as JSON objects, in which any value keeps its text. */
final class Conditions {
  private Conditions() {}

  /**
   * @param value of each of the columns
   */
  static String json(List<String> by, IntFunction<String> value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < by.size(); i++) {
      object.put(by.get(i), value.apply(i));
    }
    return object.toString();
  }
}
