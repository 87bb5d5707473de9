package org.galton.balance.potential;

import java.util.OptionalDouble;
import org.galton.balance.EstimatedKernel;
import org.galton.balance.MovePairs;
import org.galton.numerics.Expect;

/**
 * How x = ln T(f→g) / T(g→f) of pairs seen both ways agrees with y = beta (V(f) - V(g)). The sign
 * of a pair is arbitrary, so the correlation is taken through the origin,
 *
 * <pre>r = sum x y / sqrt(sum x^2 sum y^2).</pre>
 *
 * <p>A picture, not a test: the potential was fitted to the same pairs, and few counts agree by
 * themselves.
 *
 * @param pairs number of them
 * @param r absent without pairs, and where all of x or of y is 0
 * @param meanSquare of y - x, nats squared; absent without pairs
 * @param weightedMeanSquare mean of (y - x)^2 over the variance of x, 1/N(f→g) + 1/N(g→f); absent
 *     without pairs or without counts
 */
public record PairPlot(
    int pairs, OptionalDouble r, OptionalDouble meanSquare, OptionalDouble weightedMeanSquare) {
  /** Pairs seen less often, either way, say too little to be drawn. */
  private static final long LEAST_COUNT = 2;

  /** Mean squares below it are rounding. */
  private static final double ROUNDING = 1e-20;

  /** All pairs with moves both ways, for probabilities that are known. */
  public static PairPlot of(Landscape landscape) {
    MovePairs pairs = landscape.pairs();
    Sums sums = new Sums();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.bothWays(pair)) {
        sums.add(landscape, pair, 1);
      }
    }
    return sums.plot(OptionalDouble.empty());
  }

  /**
   * Pairs counted at least twice each way.
   *
   * @param landscape fitted to this kernel
   */
  public static PairPlot of(EstimatedKernel estimated, Landscape landscape) {
    Expect.that(
        estimated.kernel() == landscape.kernel(),
        "landscape",
        "of %d states".formatted(landscape.kernel().states().size()),
        "the one fitted to this kernel");
    MovePairs pairs = landscape.pairs();
    Sums sums = new Sums();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.bothWays(pair)) {
        long forward = estimated.count(pairs.forward(pair));
        long backward = estimated.count(pairs.backward(pair));
        if (forward >= LEAST_COUNT && backward >= LEAST_COUNT) {
          sums.add(landscape, pair, 1.0 / forward + 1.0 / backward);
        }
      }
    }
    return sums.plot(OptionalDouble.of(sums.weighted));
  }

  private static final class Sums {
    private int pairs;
    private double xx;
    private double xy;
    private double yy;
    private double squares;
    private double weighted;

    void add(Landscape landscape, int pair, double variance) {
      MovePairs all = landscape.pairs();
      double x = all.logForward(pair) - all.logBackward(pair);
      double y = landscape.nats(all.first(pair)) - landscape.nats(all.second(pair));
      pairs++;
      xx += x * x;
      xy += x * y;
      yy += y * y;
      squares += (y - x) * (y - x);
      weighted += (y - x) * (y - x) / variance;
    }

    PairPlot plot(OptionalDouble weights) {
      if (pairs == 0) {
        return new PairPlot(
            0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
      }
      boolean flat = Math.min(xx, yy) <= ROUNDING * pairs;
      return new PairPlot(
          pairs,
          flat ? OptionalDouble.empty() : OptionalDouble.of(xy / Math.sqrt(xx) / Math.sqrt(yy)),
          OptionalDouble.of(squares / pairs),
          weights.isPresent()
              ? OptionalDouble.of(weights.getAsDouble() / pairs)
              : OptionalDouble.empty());
    }
  }
}
