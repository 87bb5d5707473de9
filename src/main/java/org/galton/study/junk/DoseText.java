package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.junk.view.DoseSection;

/** Responses for the terminal, and as one JSON document. */
final class DoseText {
  private DoseText() {}

  static String of(DoseResult result) {
    return TextTable.of(DoseSection.ROWS, result.rows(), "-").toString();
  }

  static ObjectNode json(DoseResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input()).put("seed", result.request().options().seed());
    RowJson.add(root.putArray("responses"), result.rows());
    RowJson.add(root.putArray("means"), result.means());
    return root;
  }
}
