package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.junk.view.FailureSection;

/** Classes of failures for the terminal, and as one JSON document. */
final class FailureText {
  private FailureText() {}

  static String of(FailureResult result) {
    return TextTable.of(FailureSection.ROWS, result.rows(), "-").toString();
  }

  static ObjectNode json(FailureResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input())
        .put("format", result.request().format().toString());
    RowJson.add(root.putArray("classes"), result.rows());
    return root;
  }
}
