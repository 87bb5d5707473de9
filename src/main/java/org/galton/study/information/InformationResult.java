package org.galton.study.information;

import java.util.List;
import org.galton.information.NullComparison;
import org.galton.study.information.row.InformationRow;

/**
 * What columns say about each other.
 *
 * @param runId the run whose figures these are
 * @param request what was asked
 * @param rows that were used
 * @param rowsSkipped for want of a value
 * @param figures in the order to show them
 * @param warnings what a reader must know
 */
public record InformationResult(
    String runId,
    InformationRequest request,
    int rows,
    int rowsSkipped,
    List<InformationFigure> figures,
    List<String> warnings) {

  List<InformationRow> table() {
    return figures.stream().map(this::row).toList();
  }

  private InformationRow row(InformationFigure figure) {
    NullComparison found = figure.comparison();
    return new InformationRow(
        runId,
        figure.quantity(),
        figure.method(),
        found.observed(),
        found.nullMedian(),
        found.nullLow(),
        found.nullHigh(),
        found.corrected(),
        found.pValue(),
        rows,
        rowsSkipped);
  }
}
