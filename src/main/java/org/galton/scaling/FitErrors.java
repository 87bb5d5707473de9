package org.galton.scaling;

/**
 * How well a curve fits.
 *
 * @param squares weighted sum of squared residuals
 * @param rootMeanSquare sqrt(squares / sum of weights)
 * @param reach largest compute / C_mid: below 1 the midpoint was not reached
 */
public record FitErrors(double squares, double rootMeanSquare, double reach) {}
