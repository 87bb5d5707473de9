package org.galton.statistics;

/** The logistic function. */
final class Logistic {

  private Logistic() {}

  /** 1 / (1 + exp(-logit)). */
  static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** ln of the probability, without losing the digits of one that is close to 1. */
  static double logProbability(double logit) {
    return logit >= 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit));
  }
}
