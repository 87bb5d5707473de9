package org.galton.study.cells;

import java.util.List;
import org.galton.study.cells.row.CellReadingRow;
import org.galton.study.cells.row.CellScoreRow;

/**
 * Generated sentences that were read.
 *
 * @param first some of them
 * @param unmatched sentences whose reference is not among the cells that stay
 */
record ReadResult(
    List<CellScoreRow> scores, List<CellReadingRow> first, long cells, long unmatched) {}
