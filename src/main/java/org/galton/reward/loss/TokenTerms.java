package org.galton.reward.loss;

/**
 * What the learned tokens of one sample add to the objective, one entry a token.
 *
 * @param ratios rho, of the sequence where the loss clips sequences
 * @param values of the objective, before the batch weighs them
 * @param coefficients of the gradient of ln pi_trained
 * @param clippedLow tokens without a gradient because their ratio is below the range
 * @param clippedHigh tokens whose ratio is above the range, and that are cut off (CISPO) or have no
 *     gradient
 */
public record TokenTerms(
    double[] ratios, double[] values, double[] coefficients, int clippedLow, int clippedHigh) {

  /** sum_t values. */
  public double objective() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** With a penalty on the same tokens: values and coefficients add up, all else stays. */
  public TokenTerms plus(TokenTerms penalty) {
    return new TokenTerms(
        ratios,
        sum(values, penalty.values),
        sum(coefficients, penalty.coefficients),
        clippedLow,
        clippedHigh);
  }

  private static double[] sum(double[] first, double[] second) {
    double[] sum = new double[first.length];
    for (int t = 0; t < sum.length; t++) {
      sum[t] = first[t] + second[t];
    }
    return sum;
  }
}
