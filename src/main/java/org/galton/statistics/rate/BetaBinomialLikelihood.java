package org.galton.statistics.rate;

import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.galton.numerics.CompensatedSum;
import org.galton.statistics.Tally;
import org.galton.statistics.error.BetaBelief;

/**
 * The likelihood of {@link BetaBinomialFit}. Written as
 *
 * <pre>  sum_i #{c &gt; i} ln(a+i) + #{n-c &gt; i} ln(b+i) - #{n &gt; i} ln(a+b+i)</pre>
 *
 * <p>it depends on the prompts through three tables of counts: it is the same bits for every order
 * of them, costs max n whatever their number, and needs no gamma function of large arguments.
 */
final class BetaBinomialLikelihood {

  /** ln a or ln b beyond this is a limit, not a fit. */
  private static final double FARTHEST = 14;

  private static final double GRID_STEP = 1.5;
  private static final int EVALUATIONS = 20_000;

  private final int[] correctAbove;
  private final int[] wrongAbove;
  private final int[] rolloutsAbove;
  private final double logCoefficients;

  BetaBinomialLikelihood(List<Tally> prompts) {
    correctAbove = above(prompts, Tally::correct);
    wrongAbove = above(prompts, Tally::wrong);
    rolloutsAbove = above(prompts, Tally::rollouts);
    // sum ln C(n, c) by the same tables: ln m! is the sum of ln(i+1) over i < m.
    BetaBelief one = BetaBelief.UNIFORM;
    logCoefficients =
        rising(rolloutsAbove, one.alpha())
            - rising(correctAbove, one.alpha())
            - rising(wrongAbove, one.beta());
  }

  /** How many prompts count more than i, for each i. */
  private static int[] above(List<Tally> prompts, ToIntFunction<Tally> count) {
    int most = prompts.stream().mapToInt(count).max().orElse(0);
    int[] above = new int[most + 1];
    prompts.forEach(tally -> above[count.applyAsInt(tally)]++);
    int running = 0;
    for (int i = most; i >= 0; i--) {
      int exactly = above[i];
      above[i] = running;
      running += exactly;
    }
    return above;
  }

  /** sum_i above_i ln(shape + i). */
  private static double rising(int[] above, double shape) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < above.length; i++) {
      if (above[i] > 0) {
        sum.add(above[i] * Math.log(shape + i));
      }
    }
    return sum.value();
  }

  /** Log-likelihood without the binomial coefficients. */
  double value(BetaBelief rates) {
    return rising(correctAbove, rates.alpha())
        + rising(wrongAbove, rates.beta())
        - rising(rolloutsAbove, rates.alpha() + rates.beta());
  }

  double logCoefficients() {
    return logCoefficients;
  }

  /**
   * The best of a coarse grid, then a simplex search from there, and once more from where that
   * ends.
   */
  BetaBelief maximum() {
    double[] start = {0, 0};
    for (double a = -FARTHEST / 2; a <= FARTHEST / 2; a += GRID_STEP) {
      for (double b = -FARTHEST / 2; b <= FARTHEST / 2; b += GRID_STEP) {
        double[] point = {a, b};
        if (at(point) > at(start)) {
          start = point;
        }
      }
    }
    double[] best = search(search(start));
    return new BetaBelief(Math.exp(best[0]), Math.exp(best[1]));
  }

  private double[] search(double[] start) {
    return new SimplexOptimizer(1e-15, 1e-13)
        .optimize(
            new MaxEval(EVALUATIONS),
            new ObjectiveFunction(this::at),
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(2, 0.5))
        .getPoint();
  }

  /** By (ln a, ln b), kept from wandering off where the surface is flat. */
  private double at(double[] logs) {
    double edge = FARTHEST + 1;
    if (Math.abs(logs[0]) > edge || Math.abs(logs[1]) > edge) {
      return -Double.MAX_VALUE;
    }
    return value(new BetaBelief(Math.exp(logs[0]), Math.exp(logs[1])));
  }

  /**
   * True when the best lies at the edge, or one of the limits is as likely: all prompts equally
   * hard (a + b to infinity) or each prompt always or never solved (a + b to 0).
   */
  boolean hasNoInteriorMaximum(BetaBelief best) {
    double logAlpha = Math.log(best.alpha());
    double logBeta = Math.log(best.beta());
    if (Math.abs(logAlpha) > FARTHEST || Math.abs(logBeta) > FARTHEST) {
      return true;
    }
    double mean = (double) sum(correctAbove) / sum(rolloutsAbove);
    double attained = value(best) - 1e-8;
    return value(spread(mean, Math.exp(FARTHEST + 1))) >= attained
        || value(spread(best.mean(), Math.exp(-FARTHEST))) >= attained;
  }

  private static BetaBelief spread(double mean, double total) {
    return new BetaBelief(mean * total, (1 - mean) * total);
  }

  private static long sum(int[] above) {
    long sum = 0;
    for (int count : above) {
      sum += count;
    }
    return sum;
  }
}
