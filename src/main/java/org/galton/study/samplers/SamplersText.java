package org.galton.study.samplers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.samplers.view.SamplersSection;

/** Samplers at equal cost for the terminal, and as one JSON document. */
final class SamplersText {
  private SamplersText() {}

  static String of(SamplersJob.Result result) {
    return TextTable.of(SamplersSection.COSTS, SamplersSection.named(result.rows()), "-")
        .toString();
  }

  static ObjectNode json(SamplersJob.Result result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("costs"), SamplersSection.COSTS, result.rows());
    return root;
  }
}
