package org.galton.study.frechet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.frechet.view.FrechetSection;

/** Distances for the terminal, and as one JSON document. */
final class FrechetText {
  private FrechetText() {}

  static String of(FrechetResult result) {
    String means = TextTable.of(FrechetSection.MEANS, result.means(), "-").toString();
    return TextTable.of(FrechetSection.ROWS, result.rows(), "-")
        + (result.rows().size() == result.means().size() ? "" : "\nMean over conditions\n" + means);
  }

  static Optional<String> left(FrechetResult result) {
    return result.left().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d conditions have no '%s' or nothing else, and are left out; the first is %s"
                .formatted(
                    result.left().size(), result.request().reference(), result.left().get(0)));
  }

  static ObjectNode json(FrechetResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input()).put("seed", result.request().seed());
    RowJson.add(root.putArray("distances"), FrechetSection.ROWS, result.rows());
    RowJson.add(root.putArray("means"), FrechetSection.MEANS, result.means());
    result.left().forEach(root.putArray("conditions_left_out")::add);
    return root;
  }
}
