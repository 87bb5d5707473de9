package org.galton.information;

import org.galton.numerics.Expect;

/**
 * What two sources say about a target, in bits: each alone, and both together.
 *
 * @param first I(S1;T)
 * @param second I(S2;T)
 * @param both I(S1 S2;T)
 */
public record SourceInformation(double first, double second, double both) {
  private static final int[] FIRST = {0};
  private static final int[] SECOND = {1};
  private static final int[] TARGET = {2};
  private static final int[] BOTH = {0, 1};

  /** Of a table whose variables are first source, second source and target. */
  public static SourceInformation of(JointTable table) {
    Expect.that(table.axes() == 3, "number of variables", table.axes(), "two sources and a target");
    return new SourceInformation(
        table.information(FIRST, TARGET),
        table.information(SECOND, TARGET),
        table.information(BOTH, TARGET));
  }

  /** By an estimator that need not have a table of probabilities. */
  public static SourceInformation of(CountTable counts, DiscreteEstimator estimator) {
    return new SourceInformation(
        estimator.information(counts, FIRST, TARGET),
        estimator.information(counts, SECOND, TARGET),
        estimator.information(counts, BOTH, TARGET));
  }

  /** Of columns of numbers, {@code [column][observation]} each. */
  public static SourceInformation of(
      double[][] first, double[][] second, double[][] target, ContinuousEstimator estimator) {
    return new SourceInformation(
        estimator.information(first, target),
        estimator.information(second, target),
        estimator.information(SampleMatrix.joined(first, second), target));
  }

  /** The least of what a source says alone; the redundancy of {@link PidMeasure#MMI}. */
  public double least() {
    return Math.min(first, second);
  }

  /** What is left to the other atoms once the redundancy is known. */
  public Decomposition decomposed(double redundancy) {
    return new Decomposition(
        redundancy, first - redundancy, second - redundancy, both - first - second + redundancy);
  }
}
