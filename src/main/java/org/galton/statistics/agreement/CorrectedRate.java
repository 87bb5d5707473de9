package org.galton.statistics.agreement;

import org.galton.numerics.Expect;
import org.galton.statistics.Interval;

/**
 * The rate of right answers behind a rate that an imperfect judge found.
 *
 * <pre>
 *   theta = (p + q0 - 1) / (q0 + q1 - 1), clipped to [0, 1]
 *   Var   = (Var(p) + (1 - theta)^2 q0 (1 - q0) / m0 + theta^2 q1 (1 - q1) / m1) / (q0 + q1 - 1)^2
 * </pre>
 *
 * <p>p is the judged rate, q1 the judge's sensitivity over m1 answers that are known to be right,
 * q0 its specificity over m0 that are known to be wrong. The interval puts (x + 1) / (m + 2) for q
 * = x / m in both formulas, so that a judge without an error among few answers is not taken for
 * perfect. Large errors in theta come from q0 + q1 near 1: at most 1.1 there is no correction, nor
 * below 30 answers on a side.
 *
 * <p>Rogan and Gladen, Estimating Prevalence from the Results of a Screening Test, 1978; the
 * variance as in Lee et al., How to Correctly Report LLM-as-a-Judge Evaluations, 2025,
 * arXiv:2511.21140.
 *
 * @param value theta
 * @param standardError root of Var, with the plain q
 * @param interval 95 %, clipped to [0, 1]
 */
public record CorrectedRate(double value, double standardError, Interval interval) {
  /** Least number of answers that are known to be right, and of those known to be wrong. */
  public static final int LEAST = 30;

  /** q0 + q1 must be above this. */
  public static final double LEAST_SKILL = 1.1;

  private static final double Z = 1.959963984540054;

  /** What of a judge is known on answers whose truth is known: hits among m. */
  private record Known(double share, double number) {
    static Known plain(long hits, long number) {
      return new Known((double) hits / number, number);
    }

    static Known shrunk(long hits, long number) {
      return new Known((hits + 1.0) / (number + 2.0), number);
    }

    double variance() {
      return share * (1 - share) / number;
    }
  }

  /** Whether these labels are enough, and the judge good enough, for a correction. */
  public static boolean isPossible(VerdictPairs labelled) {
    return right(labelled) >= LEAST
        && wrong(labelled) >= LEAST
        && labelled.recall().orElseThrow() + labelled.specificity().orElseThrow() > LEAST_SKILL;
  }

  /**
   * @param rate the judged rate, in [0, 1]
   * @param standardError of that rate
   * @param labelled answers whose truth the first of the pair knows, and what the judge says
   * @throws IllegalArgumentException where no correction {@link #isPossible}
   */
  public static CorrectedRate of(double rate, double standardError, VerdictPairs labelled) {
    Expect.that(rate >= 0 && rate <= 1, "rate", rate, "0 to 1");
    Expect.that(standardError >= 0, "standardError", standardError, "0 or more");
    Expect.that(
        isPossible(labelled),
        "labels",
        labelled,
        "30 answers on each side or more, and a sensitivity and a specificity that sum to more than 1.1");
    Known sensitivity = Known.plain(labelled.bothRight(), right(labelled));
    Known specificity = Known.plain(labelled.bothWrong(), wrong(labelled));
    Known shrunkSensitivity = Known.shrunk(labelled.bothRight(), right(labelled));
    Known shrunkSpecificity = Known.shrunk(labelled.bothWrong(), wrong(labelled));
    double centre = theta(rate, shrunkSensitivity, shrunkSpecificity);
    double half = Z * error(rate, standardError, shrunkSensitivity, shrunkSpecificity);
    return new CorrectedRate(
        theta(rate, sensitivity, specificity),
        error(rate, standardError, sensitivity, specificity),
        new Interval(Math.max(0, centre - half), Math.min(1, centre + half)));
  }

  private static double theta(double rate, Known sensitivity, Known specificity) {
    double theta = (rate + specificity.share() - 1) / skill(sensitivity, specificity);
    return Math.min(1, Math.max(0, theta));
  }

  private static double error(
      double rate, double standardError, Known sensitivity, Known specificity) {
    double theta = theta(rate, sensitivity, specificity);
    double squared =
        standardError * standardError
            + (1 - theta) * (1 - theta) * specificity.variance()
            + theta * theta * sensitivity.variance();
    return Math.sqrt(squared) / skill(sensitivity, specificity);
  }

  private static double skill(Known sensitivity, Known specificity) {
    return sensitivity.share() + specificity.share() - 1;
  }

  private static long right(VerdictPairs labelled) {
    return labelled.bothRight() + labelled.firstOnly();
  }

  private static long wrong(VerdictPairs labelled) {
    return labelled.bothWrong() + labelled.secondOnly();
  }
}
