package org.galton.study.junk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.junk.view.LabelSection;

/** Labels for the terminal, and as one JSON document. */
final class LabelText {
  private LabelText() {}

  static String of(LabelResult result) {
    return TextTable.of(LabelSection.COUNTS, result.counts(), "-")
        + (result.agreements().isEmpty()
            ? ""
            : "\n" + TextTable.of(LabelSection.AGREEMENTS, result.agreements(), "-"));
  }

  static ObjectNode json(LabelResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input());
    RowJson.add(root.putArray("counts"), result.counts());
    RowJson.add(root.putArray("agreements"), result.agreements());
    return root;
  }
}
