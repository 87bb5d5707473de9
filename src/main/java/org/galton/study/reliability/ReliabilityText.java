package org.galton.study.reliability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.reliability.view.ReliabilitySection;

/** Measures for the terminal, and as one JSON document. */
final class ReliabilityText {
  private ReliabilityText() {}

  static String of(ReliabilityResult result) {
    ReliabilitySection section = new ReliabilitySection(result.measures());
    String values = TextTable.of(ReliabilitySection.MEASURES, section.withValue(), "-").toString();
    return section.missing().isEmpty()
        ? values
        : section.missing().stream()
            .collect(Collectors.joining("\n", values + "\nWithout a value:\n", "\n"));
  }

  static ObjectNode json(ReliabilityResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("measures"), ReliabilitySection.MEASURES, result.measures());
    RowJson.add(root.putArray("problems"), ReliabilitySection.PROBLEMS, result.problems());
    return root;
  }
}
