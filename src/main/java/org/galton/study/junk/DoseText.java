package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.junk.row.DoseResponseRow;
import org.galton.study.junk.view.DoseSection;

/** Responses for the terminal, and as one JSON document. */
final class DoseText {
  private DoseText() {}

  static String of(DoseResult result) {
    return TextTable.of(DoseSection.ROWS, result.rows(), "-") + missing(result);
  }

  /** Why figures are missing, each reason once. */
  private static String missing(DoseResult result) {
    Map<String, Long> reasons =
        result.rows().stream()
            .filter(row -> row.missing() != null)
            .collect(
                Collectors.groupingBy(
                    DoseResponseRow::missing, LinkedHashMap::new, Collectors.counting()));
    return reasons.entrySet().stream()
        .map(
            reason ->
                "%s: %s\n"
                    .formatted(
                        reason.getValue() == 1 ? "1 row" : reason.getValue() + " rows",
                        reason.getKey()))
        .collect(Collectors.joining());
  }

  static ObjectNode json(DoseResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input()).put("seed", result.request().options().seed());
    RowJson.add(root.putArray("responses"), result.rows());
    RowJson.add(root.putArray("means"), result.means());
    return root;
  }
}
