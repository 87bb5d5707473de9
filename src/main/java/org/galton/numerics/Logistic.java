package org.galton.numerics;

/** The logistic function, and its logarithm without overflow or lost digits. */
public final class Logistic {

  private Logistic() {}

  /** 1 / (1 + exp(-logit)). */
  public static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** ln of the probability. */
  public static double logProbability(double logit) {
    return -softplus(-logit);
  }

  /** ln(1 + exp(x)). */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
