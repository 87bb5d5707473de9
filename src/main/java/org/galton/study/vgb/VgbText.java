package org.galton.study.vgb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.vgb.view.VgbSection;

/** Samplers by horizon for the terminal, and as one JSON document. */
final class VgbText {
  private VgbText() {}

  static String of(VgbResult result) {
    return TextTable.of(VgbSection.ROWS, result.rows(), "-").toString();
  }

  static ObjectNode json(VgbResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("eps", result.request().eps()).put("seed", result.request().seed());
    RowJson.add(root.putArray("rows"), VgbSection.ROWS, result.rows());
    return root;
  }
}
