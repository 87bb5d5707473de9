package org.galton.job.comparison;

import java.util.List;

/**
 * Everything that was compared together.
 *
 * @param unpaired cells that had no counterpart
 */
public record ComparisonResult(
    String comparisonId, List<CellComparison> cells, List<ComparedCell> unpaired) {

  public ComparisonResult {
    cells = List.copyOf(cells);
    unpaired = List.copyOf(unpaired);
  }
}
