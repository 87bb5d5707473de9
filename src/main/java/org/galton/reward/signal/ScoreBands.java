package org.galton.reward.signal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Puts scores of a reward model into a band of their own for each verdict, so that no wrong answer
 * can rank above a right one. Within each class of a prompt:
 *
 * <pre>
 *  z = (s - min)/(max - min + 1e-6)
 *  wrong  -alpha + 2 alpha z          right  (1 - beta) + 2 beta z
 * </pre>
 *
 * <p>Unchanged when all scores are shifted, and up to the 1e-6 when they are scaled.
 *
 * @param alpha half the width of the band around 0, above 0
 * @param beta half the width of the band around 1, above 0; alpha + beta below 1
 * @param alone what becomes of a class whose scores are all equal, or that has one rollout
 */
public record ScoreBands(double alpha, double beta, Alone alone) {
  private static final double EPSILON = 1e-6;

  /** Place in its band of a score that cannot be compared. */
  public enum Alone {
    BOTTOM(0),
    MIDDLE(0.5);

    private final double place;

    Alone(double place) {
      this.place = place;
    }
  }

  public ScoreBands {
    Expect.positive(alpha, "alpha");
    Expect.positive(beta, "beta");
    Expect.that(
        alpha + beta < 1,
        "alpha + beta",
        alpha + beta,
        "below 1: otherwise a wrong answer could rank above a right one");
  }

  /** 0.05 and 0.05: for answers that a program can verify. */
  public static ScoreBands verifiable() {
    return new ScoreBands(0.05, 0.05, Alone.BOTTOM);
  }

  /** 0.1 and 0.1: for answers that are hard to verify, or a mixture. */
  public static ScoreBands hardToVerify() {
    return new ScoreBands(0.1, 0.1, Alone.BOTTOM);
  }

  public ScoreBands with(Alone option) {
    return new ScoreBands(alpha, beta, option);
  }

  /** The place of each rollout of one prompt. */
  double[] of(boolean[] right, double[] scores) {
    double[] banded = new double[scores.length];
    for (boolean verdict : new boolean[] {false, true}) {
      int[] members = IntStream.range(0, scores.length).filter(i -> right[i] == verdict).toArray();
      double low = Arrays.stream(members).mapToDouble(i -> scores[i]).min().orElse(0);
      double high = Arrays.stream(members).mapToDouble(i -> scores[i]).max().orElse(0);
      for (int i : members) {
        double z = low == high ? alone.place : (scores[i] - low) / (high - low + EPSILON);
        banded[i] = verdict ? 1 - beta + 2 * beta * z : -alpha + 2 * alpha * z;
      }
    }
    return banded;
  }
}
