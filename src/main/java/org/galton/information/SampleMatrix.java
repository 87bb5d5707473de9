package org.galton.information;

import java.util.stream.Stream;
import org.galton.numerics.Expect;

/** SampleMatrix of numbers of equal length. */
final class SampleMatrix {

  private SampleMatrix() {}

  static double[][] joined(double[][] x, double[][] y) {
    return Stream.of(x, y).flatMap(Stream::of).toArray(double[][]::new);
  }

  /** The columns of both, once they are known to be finite and long enough. */
  static double[][] checked(double[][] x, double[][] y, ContinuousEstimator estimator) {
    double[][] all = joined(x, y);
    int length = all[0].length;
    int least = estimator.leastObservations(all.length);
    Expect.that(length >= least, "number of observations", length, least + " or more");
    for (double[] column : all) {
      Expect.that(
          column.length == length, "column of length", column.length, "all of length " + length);
      for (double value : column) {
        Expect.that(Double.isFinite(value), "value", value, "a finite number");
      }
    }
    return all;
  }
}
