package org.galton.study.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.galton.cell.RankFit;
import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;
import org.galton.study.cells.row.CellRankRow;

/**
 * A sample of cells, chosen by a hash of seed and name, and the line that was fitted to it.
 *
 * @param values expression of each cell's genes, from highest to lowest
 * @param fit empty where no line is determined
 */
record FittedCells(List<double[]> values, Optional<RankFit> fit) {
  private static final long STREAM = 0xf17L;

  private record Drawn(String side, String cell, double[] values) implements Serializable {}

  /**
   * @param most cells of the sample
   */
  static FittedCells of(PreparedCells prepared, int most, long seed) {
    List<Long> places = prepared.cells().map(cell -> place(cell, seed)).takeOrdered(most);
    long last = places.isEmpty() ? Long.MIN_VALUE : places.get(places.size() - 1);
    List<Drawn> drawn =
        new ArrayList<>(
            prepared
                .expressed(prepared.cells().filter(cell -> place(cell, seed) <= last), seed)
                .map(cell -> new Drawn(cell.side(), cell.cell(), cell.values()))
                .collect());
    drawn.sort(Comparator.comparing(Drawn::side).thenComparing(Drawn::cell));
    List<double[]> values = drawn.stream().map(Drawn::values).toList();
    return new FittedCells(values, RankFit.of(values));
  }

  private static long place(CountedCell cell, long seed) {
    return SplitMix64.mix(
        Fnv1a.mixed(cell.cell())
            ^ SplitMix64.mix(Fnv1a.mixed(cell.side()) ^ SplitMix64.mix(seed + STREAM)));
  }

  /** Mean expression by rank; none without a line. */
  List<CellRankRow> ranks(String runId) {
    if (fit.isEmpty()) {
      return List.of();
    }
    List<CellRankRow> rows = new ArrayList<>();
    int longest = values.stream().mapToInt(cell -> cell.length).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      int at = rank;
      SummaryStatistics found = new SummaryStatistics();
      values.stream().filter(cell -> cell.length > at).forEach(cell -> found.addValue(cell[at]));
      rows.add(
          new CellRankRow(
              runId,
              rank,
              (int) found.getN(),
              found.getMean(),
              found.getStandardDeviation(),
              fit.get().line().expression(rank)));
    }
    return rows;
  }
}
