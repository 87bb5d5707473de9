package org.galton.statistics.regression;

import org.galton.numerics.Logistic;

/**
 * The loss of a {@link RidgeLogistic} over standardized terms; the last coefficient is the
 * intercept.
 *
 * @param scale of each term, 0 for one that is the same everywhere
 */
record RidgeLoss(
    float[][] terms,
    double[] shares,
    double[] weights,
    double ridge,
    double whole,
    double[] mean,
    double[] scale) {

  /** Loss and gradient at a point. */
  record Slope(double loss, double[] gradient) {
    double steepest() {
      double most = 0;
      for (double component : gradient) {
        most = Math.max(most, Math.abs(component));
      }
      return most;
    }
  }

  static RidgeLoss of(float[][] terms, double[] shares, double[] weights, double ridge) {
    int p = terms[0].length;
    double[] mean = new double[p];
    double[] scale = new double[p];
    double whole = 0;
    for (int i = 0; i < terms.length; i++) {
      whole += weights[i];
      for (int j = 0; j < p; j++) {
        mean[j] += weights[i] * terms[i][j];
      }
    }
    for (int j = 0; j < p; j++) {
      mean[j] /= whole;
    }
    for (int i = 0; i < terms.length; i++) {
      for (int j = 0; j < p; j++) {
        double off = terms[i][j] - mean[j];
        scale[j] += weights[i] * off * off;
      }
    }
    for (int j = 0; j < p; j++) {
      double deviation = Math.sqrt(scale[j] / whole);
      scale[j] = deviation > 1e-9 * (1 + Math.abs(mean[j])) ? 1 / deviation : 0;
    }
    return new RidgeLoss(terms, shares, weights, ridge, whole, mean, scale);
  }

  /** The constant whose probability is the share of all successes, kept off 0 and 1. */
  double[] start() {
    double successes = 0.5;
    for (int i = 0; i < shares.length; i++) {
      successes += weights[i] * shares[i];
    }
    double[] start = new double[mean.length + 1];
    double share = successes / (whole + 1);
    start[mean.length] = Math.log(share / (1 - share));
    return start;
  }

  Slope at(double[] point) {
    int p = mean.length;
    double[] raw = raw(point);
    double loss = 0;
    double[] sums = new double[p];
    double all = 0;
    for (int i = 0; i < terms.length; i++) {
      float[] row = terms[i];
      double logit = raw[p];
      for (int j = 0; j < p; j++) {
        logit += raw[j] * row[j];
      }
      loss += weights[i] * (Logistic.softplus(logit) - shares[i] * logit);
      double residual = weights[i] * (Logistic.probability(logit) - shares[i]);
      all += residual;
      for (int j = 0; j < p; j++) {
        sums[j] += residual * row[j];
      }
    }
    double[] gradient = new double[p + 1];
    double squares = 0;
    for (int j = 0; j < p; j++) {
      gradient[j] = scale[j] * (sums[j] - mean[j] * all) / whole + ridge * point[j];
      squares += point[j] * point[j];
    }
    gradient[p] = all / whole;
    return new Slope(loss / whole + ridge / 2 * squares, gradient);
  }

  /** In units of the terms. */
  private double[] raw(double[] point) {
    int p = mean.length;
    double[] raw = new double[p + 1];
    raw[p] = point[p];
    for (int j = 0; j < p; j++) {
      raw[j] = point[j] * scale[j];
      raw[p] -= raw[j] * mean[j];
    }
    return raw;
  }

  RidgeLogistic.Fit fit(double[] point, int steps) {
    double[] raw = raw(point);
    double[] coefficients = new double[mean.length];
    System.arraycopy(raw, 0, coefficients, 0, coefficients.length);
    return new RidgeLogistic.Fit(raw[mean.length], coefficients, steps);
  }
}
