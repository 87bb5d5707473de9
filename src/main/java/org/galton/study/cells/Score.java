package org.galton.study.cells;

import java.io.Serializable;
import java.util.Optional;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.study.cells.row.CellScoreRow;

/**
 * Sums of a measure over generated cells.
 *
 * @param isShare whether each is 0 or 1
 */
record Score(boolean isShare, long cells, double sum, double squares) implements Serializable {
  private static final double CONFIDENCE = 0.95;
  private static final int FEWEST = 30;

  static Score ofMean(double value) {
    return new Score(false, 1, value, value * value);
  }

  static Score ofShare(boolean isRight) {
    return new Score(true, 1, isRight ? 1 : 0, isRight ? 1 : 0);
  }

  Score plus(Score other) {
    return new Score(isShare, cells + other.cells, sum + other.sum, squares + other.squares);
  }

  CellScoreRow row(String runId, String measure) {
    Optional<Interval> interval = isShare ? share() : mean();
    return new CellScoreRow(
        runId,
        measure,
        cells,
        sum / cells,
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null));
  }

  private Optional<Interval> share() {
    return RateInterval.WILSON.of(cells, Math.round(sum), CONFIDENCE);
  }

  /** Normal: none of few cells. */
  private Optional<Interval> mean() {
    if (cells < FEWEST) {
      return Optional.empty();
    }
    double mean = sum / cells;
    double variance = Math.max(0, squares - cells * mean * mean) / (cells - 1);
    double half = new Confidence(CONFIDENCE).z() * Math.sqrt(variance / cells);
    return Optional.of(new Interval(mean - half, mean + half));
  }
}
