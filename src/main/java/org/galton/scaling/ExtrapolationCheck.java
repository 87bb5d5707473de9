package org.galton.scaling;

import java.util.List;
import java.util.Optional;
import org.galton.numerics.Expect;

/**
 * Whether a curve fitted to the first part of a run predicted the rest.
 *
 * <pre>  error_i = observed_i - predicted_i,   passed = max |error_i| &lt;= tolerance</pre>
 *
 * <p>The paper fits half of the budget and runs on to the whole. A collapse after the window is a
 * large negative bias. A curve that was refused predicts nothing.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786, section 5.
 *
 * @param tolerance largest error of a check that is passed
 */
public record ExtrapolationCheck(double tolerance) {

  public ExtrapolationCheck {
    Expect.that(tolerance >= 0 && Double.isFinite(tolerance), "tolerance", tolerance, "0 or more");
  }

  /** A tolerance of 0.02. */
  public static ExtrapolationCheck withDefaults() {
    return new ExtrapolationCheck(0.02);
  }

  public ExtrapolationCheck withTolerance(double reward) {
    return new ExtrapolationCheck(reward);
  }

  /**
   * What came of it.
   *
   * @param fitted points in the window
   * @param checked points beyond it
   * @param bias mean error
   * @param meanAbsolute mean |error|
   * @param largest max |error|
   * @param passed whether the largest is within the tolerance
   */
  public record Outcome(
      int fitted, int checked, double bias, double meanAbsolute, double largest, boolean passed) {}

  /** How a curve meets points that it was not fitted to; empty where there are none. */
  public Optional<Outcome> of(ScalingFit.Accepted fit, List<CurvePoint> later) {
    if (later.isEmpty()) {
      return Optional.empty();
    }
    double sum = 0;
    double absolute = 0;
    double largest = 0;
    for (CurvePoint point : later) {
      double error = point.reward() - fit.curve().rewardAt(point.compute());
      sum += error;
      absolute += Math.abs(error);
      largest = Math.max(largest, Math.abs(error));
    }
    int n = later.size();
    return Optional.of(
        new Outcome(fit.points().size(), n, sum / n, absolute / n, largest, largest <= tolerance));
  }

  /** A fit to the first half of a series' budget, and how it met the second. */
  public record Half(double budget, ScalingFit fit, Optional<Outcome> outcome) {}

  /**
   * Fits the points up to half the largest compute and checks the others.
   *
   * @return empty where there are no points
   */
  public Optional<Half> ofFirstHalf(PreparedPoints points, CurveFitting fitting) {
    if (points.size() == 0) {
      return Optional.empty();
    }
    double budget = points.maxCompute() / 2;
    ScalingFit fit = fitting.of(points.upTo(budget));
    Optional<Outcome> outcome =
        fit instanceof ScalingFit.Accepted accepted
            ? of(accepted, points.beyond(budget).points())
            : Optional.empty();
    return Optional.of(new Half(budget, fit, outcome));
  }
}
