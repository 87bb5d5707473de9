package org.galton.emergence.surrogate;

import java.util.Arrays;
import org.galton.emergence.Detrending;

/** What is done to each series of a group before surrogates are made. */
final class Preprocessing {
  private final Detrending detrending;
  private final double[] time;
  private final double squares;

  /**
   * @param rounds numbers of the rounds, one or more
   */
  Preprocessing(int[] rounds, Detrending detrending) {
    this.detrending = detrending;
    double mean = Arrays.stream(rounds).average().orElseThrow();
    this.time = Arrays.stream(rounds).mapToDouble(round -> round - mean).toArray();
    this.squares = Arrays.stream(time).map(t -> t * t).sum();
  }

  /** In place. */
  void apply(double[] series, BinaryGrid grid) {
    if (detrending == Detrending.LINEAR) {
      double mean = Arrays.stream(series).average().orElseThrow();
      double slope = slope(series);
      for (int i = 0; i < series.length; i++) {
        series[i] = grid.nearest(series[i] - mean - slope * time[i]);
      }
    }
  }

  /** Of the least-squares line, per round; 0 for a single round. */
  double slope(double[] series) {
    double sum = 0;
    for (int i = 0; i < series.length; i++) {
      sum += time[i] * series[i];
    }
    return squares == 0 ? 0 : sum / squares;
  }
}
