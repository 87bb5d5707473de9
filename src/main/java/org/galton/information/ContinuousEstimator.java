package org.galton.information;

/**
 * Mutual information of numbers that are not cut into bins, in bits. A variable is one column or
 * several, {@code x[column][observation]}; all columns have the same length.
 */
public sealed interface ContinuousEstimator
    permits GaussianInformation, GaussianCopulaInformation, NearestNeighbourInformation {

  /**
   * I(X;Y) of two variables.
   *
   * @throws IllegalArgumentException when the columns allow no estimate
   */
  double information(double[][] x, double[][] y);

  /** The fewest observations for variables with so many columns together. */
  int leastObservations(int columns);
}
