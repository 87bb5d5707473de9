package org.galton.information;

import java.util.Arrays;
import org.galton.numerics.PortableStream;

/**
 * Tells equal values of a column apart by noise of a hundred-millionth of its range, uniform about
 * 0: for estimators that count neighbours, and would find many at distance 0. The noise says
 * nothing; where most values are equal, so does the estimate.
 */
public final class TieNoise {
  private static final double SHARE = 1e-8;

  private TieNoise() {}

  /** Whether two values are equal. */
  public static boolean isNeeded(double[] column) {
    return Arrays.stream(column).distinct().count() < column.length;
  }

  /** The column with noise from this stream. */
  public static double[] added(double[] column, PortableStream stream) {
    double least = Arrays.stream(column).min().orElse(0);
    double range = Arrays.stream(column).max().orElse(0) - least;
    return Arrays.stream(column).map(v -> v + SHARE * range * (stream.unit() - 0.5)).toArray();
  }
}
