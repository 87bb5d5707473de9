package org.galton.reward.loss;

import org.galton.numerics.Expect;

/** Ratios of the probabilities of tokens under two policies. */
final class Ratios {
  /** exp of more overflows. */
  private static final double LARGEST = 700;

  private Ratios() {}

  /** ln rho of each token, checked as {@link TokenLoss#terms} promises. */
  static double[] logs(double[] advantages, double[] trained, double[] drawn) {
    Expect.finite(advantages, "advantage");
    Expect.that(
        trained.length == advantages.length,
        "number of advantages",
        advantages.length,
        "as many as tokens, " + trained.length);
    return logs(trained, drawn);
  }

  static double finite(double advantage) {
    Expect.that(Double.isFinite(advantage), "advantage", advantage, "a finite number");
    return advantage;
  }

  /** ln rho of each token under any two policies. */
  static double[] logs(double[] trained, double[] drawn) {
    Expect.that(
        trained.length == drawn.length,
        "number of logarithms",
        drawn.length,
        "as many as tokens, " + trained.length);
    Expect.finite(trained, "logarithm of a token's probability");
    Expect.finite(drawn, "logarithm of a token's probability");
    double[] logs = new double[trained.length];
    for (int t = 0; t < logs.length; t++) {
      logs[t] = trained[t] - drawn[t];
      if (logs[t] > LARGEST) {
        throw Expect.refused("logarithm of a ratio", logs[t], "at most " + LARGEST);
      }
    }
    return logs;
  }

  static double[] exponentials(double[] logs) {
    double[] ratios = new double[logs.length];
    for (int t = 0; t < ratios.length; t++) {
      ratios[t] = Math.exp(logs[t]);
    }
    return ratios;
  }
}
