package org.galton.scaling;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.galton.numerics.Expect;

/**
 * Which values of the asymptote, or of the reward at some compute, the points do not exclude: the
 * profile interval.
 *
 * <pre>  { v : SSE(v) &lt;= SSE_min + q s^2 },   s^2 = max(SSE_min / (n - p), noise^2)</pre>
 *
 * <p>SSE(v) is the least sum of squares of all curves with that value; p is 3, or 4 where R0 is
 * fitted; q is the squared quantile of Student's t with n - p degrees of freedom, or of chi-square
 * with one, its limit for many points. Unlike a symmetric interval it follows the curved valley
 * between A, B and C_mid, and it has no upper end where the points do not give one. With n - p of 2
 * or less it is worthless even if narrow, unless the evaluation noise is known. Errors that all
 * points share, such as that of the choice of prompts, are not in it. Cost: some ten searches a
 * side.
 *
 * <p>Bates and Watts, Nonlinear Regression Analysis and its Applications, 1988, chapter 6.
 *
 * @param probability with which the interval holds, such as 0.95
 */
public record ProfileInterval(double probability, Quantile quantile) {
  private static final double FIRST_STEP = 1e-3;
  private static final double PRECISION = 1e-8;

  /** Rewards are not known to better than this. */
  private static final double ROUNDING = 1e-24;

  /** Whose quantile q is. */
  public enum Quantile {
    STUDENT,
    CHI_SQUARE
  }

  public ProfileInterval {
    Expect.that(probability > 0 && probability < 1, "confidence", probability, "between 0 and 1");
  }

  /** 95 %, Student's quantile. */
  public static ProfileInterval withDefaults() {
    return new ProfileInterval(0.95, Quantile.STUDENT);
  }

  public ProfileInterval with(Quantile option) {
    return new ProfileInterval(probability, option);
  }

  public ProfileInterval withConfidence(double option) {
    return new ProfileInterval(option, quantile);
  }

  /** Of A. */
  RewardInterval ofAsymptote(
      Sample sample, OptionalDouble start, FitMethod.Optimum best, double ceiling, double noise) {
    Profile profile = new Profile(sample, start, Double.POSITIVE_INFINITY);
    double margin = margin(sample.size(), start, best.squares(), noise);
    double limit = best.squares() + margin;
    CurveShape shape = shape(best.curve());
    Search search = new Search(profile, best.squares(), margin);
    Known top = profile.everywhere(ceiling, shape);
    OptionalDouble high =
        top.squares() <= limit
            ? OptionalDouble.empty()
            : search.outward(best.curve().asymptote(), shape, ceiling);
    double floor = start.orElse(0);
    return new RewardInterval(search.outward(best.curve().asymptote(), shape, floor), high);
  }

  /** Of R(C), for a curve whose asymptote is bounded. */
  RewardInterval ofReward(
      double compute,
      Sample sample,
      OptionalDouble start,
      FitMethod.Optimum best,
      double ceiling,
      double noise) {
    Profile profile = new Profile(sample, start, Math.log(compute));
    double margin = margin(sample.size(), start, best.squares(), noise);
    Search search = new Search(profile, best.squares(), margin);
    double value = best.curve().rewardAt(compute);
    CurveShape shape = shape(best.curve());
    return new RewardInterval(
        search.outward(value, shape, start.orElse(0)), search.outward(value, shape, ceiling));
  }

  private double margin(int n, OptionalDouble start, double squares, double noise) {
    int degrees = n - (start.isPresent() ? 3 : 4);
    double variance = Math.max(ROUNDING, Math.max(squares / degrees, noise * noise));
    return variance
        * switch (quantile) {
          case STUDENT -> {
            double t = new TDistribution(null, degrees).inverseCumulativeProbability(upper());
            yield t * t;
          }
          case CHI_SQUARE ->
              new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(probability);
        };
  }

  private double upper() {
    return 1 - (1 - probability) / 2;
  }

  private static CurveShape shape(SigmoidCurve curve) {
    return new CurveShape(Math.log(curve.exponent()), Math.log(curve.midpoint()));
  }

  /** The best shape for a value, and its sum of squares. */
  private record Known(double value, CurveShape shape, double squares) {}

  /** The least sum of squares as a function of the reward at a reference compute. */
  private record Profile(Sample sample, OptionalDouble start, double logReference) {

    Known near(double value, Stream<CurveShape> starts) {
      Descent descent =
          new Descent(sample, Box.around(sample), ends(value), logReference, Descent.COARSE);
      Descent.Place place = LeastSquares.lowest(descent, starts);
      return new Known(value, place.shape(), place.squares());
    }

    Known everywhere(double value, CurveShape guess) {
      Stream<CurveShape> grid =
          StartGrid.withDefaults().of(sample, Box.around(sample), ends(value)).stream();
      return near(value, Stream.concat(Stream.of(guess), grid));
    }

    private Ends ends(double value) {
      return start.isPresent()
          ? new Ends.BothKnown(start.getAsDouble(), value)
          : new Ends.EndKnown(value);
    }
  }

  /**
   * Looks for the value where sqrt(SSE - SSE_min) reaches its limit: nearly a straight line in the
   * value, so a secant that keeps the bracket (Illinois) needs few searches. Each starts from the
   * shapes at both ends of the bracket.
   */
  private record Search(Profile profile, double least, double margin) {

    OptionalDouble outward(double from, CurveShape shape, double bound) {
      double direction = bound >= from ? 1 : -1;
      double span = Math.abs(bound - from);
      Known inside = new Known(from, shape, least);
      double distance = Math.min(span, FIRST_STEP);
      Known outside = profile.near(from + direction * distance, Stream.of(shape));
      while (excess(outside) <= 0) {
        if (distance >= span) {
          return OptionalDouble.empty();
        }
        double reached = Math.sqrt(Math.max(0, outside.squares() - least) / margin);
        distance = Math.min(span, distance * Math.max(1.2, Math.min(4, 1.1 / reached)));
        inside = outside;
        double next = distance == span ? bound : from + direction * distance;
        outside = profile.near(next, Stream.of(inside.shape()));
      }
      return OptionalDouble.of(crossing(inside, outside));
    }

    private double crossing(Known inside, Known outside) {
      double low = excess(inside);
      double high = excess(outside);
      while (Math.abs(outside.value() - inside.value()) > PRECISION) {
        double value = (inside.value() * high - outside.value() * low) / (high - low);
        Known middle = profile.near(value, Stream.of(inside.shape(), outside.shape()));
        double excess = excess(middle);
        if (Math.abs(excess) < PRECISION) {
          return value;
        }
        if (excess < 0) {
          inside = middle;
          low = excess;
          high /= 2;
        } else {
          outside = middle;
          high = excess;
          low /= 2;
        }
      }
      return inside.value();
    }

    /** sqrt((SSE - SSE_min) / margin) - 1. */
    private double excess(Known known) {
      return Math.sqrt(Math.max(0, known.squares() - least) / margin) - 1;
    }
  }
}
