package org.galton.study.information;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.information.NullComparison;

/** Information of columns as one JSON document, in bits. */
final class InformationJson {
  private InformationJson() {}

  static ObjectNode of(InformationResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("input", result.request().input())
        .put("rows", result.rows())
        .put("rows_skipped", result.rowsSkipped())
        .put("estimator", result.request().estimator().toString())
        .put("permutations", result.request().test().replicates())
        .put("seed", result.request().test().seed());
    result.request().bins().ifPresent(bins -> root.put("bins", bins));
    ArrayNode figures = root.putArray("figures");
    result.figures().forEach(figure -> add(figures.addObject(), figure));
    ArrayNode warnings = root.putArray("warnings");
    result.warnings().forEach(warnings::add);
    return root;
  }

  private static void add(ObjectNode node, InformationFigure figure) {
    NullComparison found = figure.comparison();
    node.put("quantity", figure.quantity())
        .put("by", figure.method())
        .put("bits", found.observed())
        .put("null_median", found.nullMedian())
        .put("null_q05", found.nullLow())
        .put("null_q95", found.nullHigh())
        .put("corrected", found.corrected())
        .put("p_value", found.pValue());
  }
}
