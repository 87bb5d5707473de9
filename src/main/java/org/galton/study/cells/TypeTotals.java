package org.galton.study.cells;

import java.io.Serializable;
import org.galton.study.cells.row.CellTypeRow;

/** Sums over the cells of a type and condition. */
record TypeTotals(long cells, double library, long expressed, RoundTrip trip)
    implements Serializable {

  /** By what cells are counted. */
  record Key(String type, String condition) implements Serializable {}

  TypeTotals plus(TypeTotals other) {
    return new TypeTotals(
        cells + other.cells,
        library + other.library,
        expressed + other.expressed,
        trip.plus(other.trip));
  }

  CellTypeRow row(String runId, Key key) {
    return new CellTypeRow(
        runId,
        key.type().isEmpty() ? null : key.type(),
        key.condition(),
        cells,
        library / cells,
        (double) expressed / cells,
        trip.words() == 0 ? null : (Double) trip.rmse());
  }
}
