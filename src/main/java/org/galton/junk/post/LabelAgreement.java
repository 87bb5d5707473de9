package org.galton.junk.post;

import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.agreement.VerdictPairs;
import org.galton.statistics.error.RateInterval;

/**
 * Whether two labels of the same posts agree: accuracy, Matthews' correlation and Cohen's kappa,
 * from the four counts of junk and control.
 *
 * <pre>
 *   accuracy = sum_i p_ii
 *   kappa    = (accuracy - e) / (1 - e),                                     e = sum_i r_i c_i
 *   MCC      = (accuracy - e) / sqrt((1 - sum_i r_i^2) (1 - sum_i c_i^2))
 * </pre>
 *
 * <p>p are the shares of the four cells, r and c those of the labels of either side. The 95 %
 * intervals of kappa and MCC are by the delta method, value -+ 1.96 sqrt((E g^2 - (E g)^2) / n)
 * with the gradient g over the cells, clipped to [-1, 1]: posts are taken to be independent.
 * Bootstrap would cost its draws and say the same. There is none where all posts agree, since the
 * error is then 0 whatever n is; accuracy's interval is Wilson's. Cost: constant.
 *
 * <p>Matthews 1975; Fleiss, Cohen and Everitt, Large Sample Standard Errors of Kappa, 1969.
 *
 * @param pairs right stands for junk; the first is a row of the confusion matrix
 */
public record LabelAgreement(VerdictPairs pairs) {
  private static final double CONFIDENCE = 0.95;

  /** Share of posts with equal labels; empty without posts. */
  public OptionalDouble accuracy() {
    return pairs.agreement();
  }

  public Optional<Interval> accuracyInterval() {
    return RateInterval.WILSON.of(pairs.total(), pairs.total() - pairs.disagreements(), CONFIDENCE);
  }

  /** Empty where both give one label alone, and without posts. */
  public OptionalDouble kappa() {
    return pairs.total() == 0 ? OptionalDouble.empty() : pairs.kappa();
  }

  /** Empty where one of both gives one label alone, and without posts. */
  public OptionalDouble matthews() {
    Shares s = new Shares(pairs);
    return s.spread() > 0
        ? OptionalDouble.of((s.agreement() - s.chance()) / s.spread())
        : OptionalDouble.empty();
  }

  public Optional<Interval> kappaInterval() {
    return kappa().isEmpty() ? Optional.empty() : interval(kappa(), new Shares(pairs)::ofKappa);
  }

  public Optional<Interval> matthewsInterval() {
    return matthews().isEmpty()
        ? Optional.empty()
        : interval(matthews(), new Shares(pairs)::ofMatthews);
  }

  /** A gradient over the cells. */
  private interface Gradient {
    double at(int row, int column);
  }

  private Optional<Interval> interval(OptionalDouble value, Gradient gradient) {
    if (pairs.disagreements() == 0 || pairs.disagreements() == pairs.total()) {
      return Optional.empty();
    }
    Shares shares = new Shares(pairs);
    double mean = 0;
    double square = 0;
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        double slope = gradient.at(row, column);
        mean += shares.cell(row, column) * slope;
        square += shares.cell(row, column) * slope * slope;
      }
    }
    double error = Math.sqrt(Math.max(0, square - mean * mean) / pairs.total());
    double half = new Confidence(CONFIDENCE).z() * error;
    double centre = value.orElseThrow();
    return Optional.of(new Interval(Math.max(-1, centre - half), Math.min(1, centre + half)));
  }

  /** Shares of cells and sides; junk is 0, control 1. */
  private static final class Shares {
    private final double[][] cells = new double[2][2];
    private final double[] rows = new double[2];
    private final double[] columns = new double[2];

    Shares(VerdictPairs pairs) {
      double n = Math.max(1, pairs.total());
      cells[0][0] = pairs.bothRight() / n;
      cells[0][1] = pairs.firstOnly() / n;
      cells[1][0] = pairs.secondOnly() / n;
      cells[1][1] = pairs.bothWrong() / n;
      for (int i = 0; i < 2; i++) {
        rows[i] = cells[i][0] + cells[i][1];
        columns[i] = cells[0][i] + cells[1][i];
      }
    }

    double cell(int row, int column) {
      return cells[row][column];
    }

    double agreement() {
      return cells[0][0] + cells[1][1];
    }

    double chance() {
      return rows[0] * columns[0] + rows[1] * columns[1];
    }

    /** 1 - sum of squares of two shares that sum to 1 is twice their product. */
    double spread() {
      return 2 * Math.sqrt(rows[0] * rows[1] * columns[0] * columns[1]);
    }

    double ofKappa(int row, int column) {
      double rest = 1 - chance();
      double same = row == column ? 1 : 0;
      return same / rest - (1 - agreement()) * (columns[row] + rows[column]) / (rest * rest);
    }

    double ofMatthews(int row, int column) {
      double same = row == column ? 1 : 0;
      double above = same - (columns[row] + rows[column]);
      double ofColumns = -2 * columns[column] / (2 * columns[0] * columns[1]);
      double ofRows = -2 * rows[row] / (2 * rows[0] * rows[1]);
      return above / spread() - (agreement() - chance()) / (2 * spread()) * (ofColumns + ofRows);
    }
  }
}
