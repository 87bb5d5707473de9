package org.galton.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The line from ranks to expression, by least squares over the genes of many cells whose log10(1 +
 * rank) is below 3, and how well it tells the expression of all their genes:
 *
 * <pre>
 *   R^2      = 1 - sum (y - fitted)^2 / sum (y - mean)^2
 *   Pearson  = correlation of y and fitted
 *   Spearman = correlation of their ranks, equal values sharing their mean rank
 * </pre>
 *
 * <p>Genes of one cell are not independent, and there is no interval. Cost: one sort of all points,
 * 8 bytes a point beside the cells.
 *
 * <p>Levine et al., Cell2Sentence, 2024.
 *
 * @param points genes of all cells
 * @param fittedPoints those among them that the line was fitted to
 * @param fittedRSquared of the fitted points alone
 */
public record RankFit(
    RankLine line,
    int cells,
    long points,
    long fittedPoints,
    double fittedRSquared,
    double rSquared,
    double pearson,
    double spearman) {
  private static final double LAST = 3;

  /**
   * Empty where no line is determined: all ranks are 0, or all genes are equally expressed.
   *
   * @param cells expression of each cell's genes in the order of its sentence, above 0
   */
  public static Optional<RankFit> of(List<double[]> cells) {
    SimpleRegression near = new SimpleRegression();
    SimpleRegression all = new SimpleRegression();
    for (double[] cell : cells) {
      for (int rank = 0; rank < cell.length; rank++) {
        double x = Math.log10(1.0 + rank);
        all.addData(x, cell[rank]);
        if (x < LAST) {
          near.addData(x, cell[rank]);
        }
      }
    }
    if (near.getN() < 3 || !(near.getXSumSquares() > 0) || !(near.getTotalSumSquares() > 0)) {
      return Optional.empty();
    }
    RankLine line = new RankLine(near.getIntercept(), near.getSlope());
    double sign = Math.signum(line.slope());
    return Optional.of(
        new RankFit(
            line,
            cells.size(),
            all.getN(),
            near.getN(),
            near.getRSquare(),
            1 - squaredError(cells, line) / all.getTotalSumSquares(),
            sign * all.getR(),
            sign * rankCorrelation(cells)));
  }

  private static double squaredError(List<double[]> cells, RankLine line) {
    double sum = 0;
    for (double[] cell : cells) {
      for (int rank = 0; rank < cell.length; rank++) {
        double error = cell[rank] - line.expression(rank);
        sum += error * error;
      }
    }
    return sum;
  }

  /** Spearman's, of rank in the sentence and expression. */
  private static double rankCorrelation(List<double[]> cells) {
    double[] sorted = cells.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    double[] places = placeRanks(cells);
    SimpleRegression ranks = new SimpleRegression();
    for (double[] cell : cells) {
      for (int rank = 0; rank < cell.length; rank++) {
        ranks.addData(places[rank], meanRank(sorted, cell[rank]));
      }
    }
    return ranks.getR();
  }

  /** Mean rank of each place in a sentence, among the places of all cells. */
  private static double[] placeRanks(List<double[]> cells) {
    int longest = cells.stream().mapToInt(cell -> cell.length).max().orElse(0);
    double[] ranks = new double[longest];
    long before = 0;
    for (int place = 0; place < longest; place++) {
      int at = place;
      long equal = cells.stream().filter(cell -> cell.length > at).count();
      ranks[place] = before + (equal + 1) / 2.0;
      before += equal;
    }
    return ranks;
  }

  /** That of {@code MidRanks}, by search, since there may be millions of values. */
  private static double meanRank(double[] sorted, double value) {
    int first = edge(sorted, value, false);
    int next = edge(sorted, value, true);
    return (first + 1 + next) / 2.0;
  }

  private static int edge(double[] sorted, double value, boolean after) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (after && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
