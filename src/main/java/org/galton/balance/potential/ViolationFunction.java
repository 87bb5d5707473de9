package org.galton.balance.potential;

import java.util.Arrays;
import java.util.Locale;
import org.galton.numerics.Logistic;

/**
 * K(x), what a move that falls by x = beta (V(f) - V(g)) adds to the action: convex, decreasing,
 * and with K'(x) = K'(-x) exp(-x), so that a potential in detailed balance is its minimum. Actions
 * of different functions do not compare.
 */
public enum ViolationFunction {
  /** K(x) = exp(-x/2), K(0) = 1. Its minimum balances the matrix D^-1 T D (Osborne). */
  EXP {
    @Override
    double logValue(double x) {
      return -x / 2;
    }

    @Override
    double logSlope(double x) {
      return -x / 2 - Math.log(2);
    }

    @Override
    double decay(double x) {
      return 0.5;
    }
  },
  /** K(x) = ln(1 + exp(-x)), K(0) = ln 2. Its minimum is that of a Bradley-Terry likelihood. */
  LOGISTIC {
    @Override
    double logValue(double x) {
      return x > FAR ? -x : Math.log(Logistic.softplus(-x));
    }

    @Override
    double logSlope(double x) {
      return -Logistic.softplus(x);
    }

    @Override
    double decay(double x) {
      return Logistic.probability(x);
    }
  };

  /** ln(1 + exp(-x)) is exp(-x) to the last digit from here on. */
  private static final double FAR = 40;

  /** As in tables and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the known functions
   */
  public static ViolationFunction of(String label) {
    return Arrays.stream(values())
        .filter(function -> function.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid kernel %s: expected exp or logistic".formatted(label)));
  }

  /** K(x). */
  public double value(double x) {
    return Math.exp(logValue(x));
  }

  /** K(0). */
  public double atZero() {
    return this == EXP ? 1 : Math.log(2);
  }

  /** ln K(x). */
  abstract double logValue(double x);

  /** ln -K'(x). */
  abstract double logSlope(double x);

  /** -(d/dx) ln -K'(x), in [0, 1]; K''(x) is this times -K'(x). */
  abstract double decay(double x);

  /** ln K''(x). */
  double logCurvature(double x) {
    return logSlope(x) + Math.log(decay(x));
  }
}
