package org.galton.study.cells;

import java.util.List;
import org.galton.study.cells.row.CellFitRow;
import org.galton.study.cells.row.CellSentenceRow;
import org.galton.study.cells.row.CellTypeRow;

/**
 * Cells as sentences.
 *
 * @param first some of them, in the order of their names
 */
record SentencesResult(CellFitRow fit, List<CellTypeRow> types, List<CellSentenceRow> first) {}
