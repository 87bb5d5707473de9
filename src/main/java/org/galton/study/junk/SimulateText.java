package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.junk.view.RecoverySection;

/** Recoveries for the terminal, and as one JSON document. */
final class SimulateText {
  private SimulateText() {}

  static String of(SimulateResult result) {
    return TextTable.of(RecoverySection.ROWS, result.recoveries(), "-").toString();
  }

  static ObjectNode json(SimulateResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("seed", result.request().seed());
    RowJson.add(root.putArray("recoveries"), result.recoveries());
    return root;
  }
}
