package org.galton.scaling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.galton.numerics.Expect;

/**
 * Weighted least squares by variable projection, the default.
 *
 * <pre>  minimum over B, C_mid of the minimum over A (and R0) of sum w (y - R(C))^2</pre>
 *
 * <p>For a given shape f = 1/(1+(C_mid/C)^B) the ends are linear: A alone with R0 known, or both
 * from 2x2 normal equations, within 0 &lt;= R0 &lt;= A &lt;= 1. What is left has two dimensions: a
 * grid of 28 x 56 over {@link Box} finds the basins, {@link Descent} the bottom of the best eight.
 * Deterministic. Cost: 1,568 sums over the points, then some hundred; under a millisecond for 30
 * points.
 *
 * <p>Golub and Pereyra, The differentiation of pseudo-inverses and nonlinear least squares problems
 * whose variables separate, 1973.
 *
 * @param ceiling the largest A, 1 for a pass rate
 */
public record LeastSquares(double ceiling) implements FitMethod {

  public LeastSquares {
    Expect.that(ceiling > 0 && ceiling <= 1, "A_max", ceiling, "above 0, at most 1");
  }

  /** A is at most 1. */
  public static LeastSquares withDefaults() {
    return new LeastSquares(1);
  }

  @Override
  public String title() {
    return "least_squares";
  }

  @Override
  public boolean fitsStart() {
    return true;
  }

  @Override
  public Optimum fit(List<CurvePoint> points, OptionalDouble start) {
    return fit(Sample.of(points), start);
  }

  Optimum fit(Sample sample, OptionalDouble start) {
    Ends ends =
        start.isPresent()
            ? new Ends.StartKnown(start.getAsDouble(), Math.max(ceiling, start.getAsDouble()))
            : new Ends.BothFree(ceiling);
    return best(sample, ends);
  }

  /** The best curve with this end; the start as given, or fitted. */
  Optimum fitAt(double asymptote, Sample sample, OptionalDouble start) {
    Ends ends =
        start.isPresent()
            ? new Ends.BothKnown(start.getAsDouble(), asymptote)
            : new Ends.EndKnown(asymptote);
    return best(sample, ends);
  }

  private static Optimum best(Sample sample, Ends ends) {
    Box box = Box.around(sample);
    double infinite = Double.POSITIVE_INFINITY;
    Descent.Place near =
        lowest(
            new Descent(sample, box, ends, infinite, Descent.COARSE),
            StartGrid.withDefaults().of(sample, box, ends).stream());
    Descent.Place best = new Descent(sample, box, ends, infinite, Descent.FINE).from(near.shape());
    SigmoidCurve curve =
        new SigmoidCurve(
            best.levels().start(),
            best.levels().end(),
            Math.exp(best.shape().logExponent()),
            Math.exp(best.shape().logMidpoint()));
    return new Optimum(curve, best.squares(), edge(best, box, ends));
  }

  static Descent.Place lowest(Descent descent, Stream<CurveShape> starts) {
    return starts
        .map(descent::from)
        .min(Comparator.comparingDouble(Descent.Place::squares))
        .orElseThrow();
  }

  private static Optional<FitStatus> edge(Descent.Place best, Box box, Ends ends) {
    if (ends.endIsHeld(best.levels())) {
      return Optional.of(FitStatus.A_AT_BOUND);
    }
    if (box.exponentOnEdge(best.shape().logExponent())) {
      return Optional.of(FitStatus.B_AT_BOUND);
    }
    return box.midpointOnEdge(best.shape().logMidpoint())
        ? Optional.of(FitStatus.C_MID_AT_BOUND)
        : Optional.empty();
  }
}
