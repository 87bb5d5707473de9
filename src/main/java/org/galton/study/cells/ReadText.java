package org.galton.study.cells;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.cells.view.ReadingsSection;

/** Generated sentences for the terminal, and as one JSON document. */
final class ReadText {
  private ReadText() {}

  static String of(ReadResult result) {
    return TextTable.of(ReadingsSection.READINGS, result.first(), "-")
        + (result.cells() > result.first().size()
            ? "and %,d more: --output writes all\n"
                .formatted(result.cells() - result.first().size())
            : "")
        + "\n"
        + TextTable.of(ReadingsSection.SCORES, result.scores(), "-");
  }

  static Optional<String> unmatched(ReadResult result) {
    return result.unmatched() == 0
        ? Optional.empty()
        : Optional.of(
            "%,d of %,d sentences name a reference that is not among the cells that stay, and have no overlap and no tau"
                .formatted(result.unmatched(), result.cells()));
  }

  static ObjectNode json(ReadResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("cells", result.cells()).put("without_reference", result.unmatched());
    RowJson.add(root.putArray("scores"), ReadingsSection.SCORES, result.scores());
    RowJson.add(root.putArray("first_cells"), ReadingsSection.READINGS, result.first());
    return root;
  }
}
