package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.junk.view.MixSection;

/** Mixtures for the terminal, and as one JSON document. */
final class MixText {
  private MixText() {}

  static String of(MixResult result) {
    String notes = String.join("\n", result.notes());
    return TextTable.of(MixSection.ROWS, result.rows(), "-")
        + (notes.isEmpty() ? "" : "\n" + notes + "\n");
  }

  static ObjectNode json(MixResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().posts().input()).put("seed", result.request().seed());
    RowJson.add(root.putArray("mixtures"), result.rows());
    result.notes().forEach(root.putArray("notes")::add);
    return root;
  }
}
