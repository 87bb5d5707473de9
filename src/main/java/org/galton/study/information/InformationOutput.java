package org.galton.study.information;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.report.Figures;
import org.galton.study.information.view.InformationSection;

/** Information of columns as a table for the terminal, and as one JSON document; in bits. */
final class InformationOutput {
  private InformationOutput() {}

  static String text(InformationResult result) {
    String heading =
        "%s: %s rows%s, bits beside %d shuffles"
            .formatted(
                result.request().input(),
                Figures.count(result.rows()),
                result.rowsSkipped() == 0
                    ? ""
                    : " (" + Figures.count(result.rowsSkipped()) + " skipped for want of a value)",
                result.request().test().replicates());
    return heading + "\n" + TextTable.of(InformationSection.FIGURES, result.table());
  }

  static ObjectNode json(InformationResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.request().input())
        .put("rows", result.rows())
        .put("rows_skipped", result.rowsSkipped())
        .put("estimator", result.request().estimator().toString())
        .put("permutations", result.request().test().replicates())
        .put("seed", result.request().test().seed());
    result.request().bins().ifPresent(bins -> root.put("bins", bins));
    RowJson.add(root.putArray("figures"), InformationSection.FIGURES, result.table());
    ArrayNode warnings = root.putArray("warnings");
    result.warnings().forEach(warnings::add);
    return root;
  }
}
