package org.galton.balance.test;

import java.util.OptionalDouble;
import org.galton.balance.MoveKernel;
import org.galton.balance.MovePairs;

/**
 * Kolmogorov's criterion on probabilities that are known: detailed balance holds where the product
 * of T around every cycle is the same both ways. A potential is built along a spanning forest of
 * the pairs and compared on all others, each of which closes an independent cycle.
 *
 * <p>Kolmogoroff, Zur Theorie der Markoffschen Ketten, Math. Ann. 112, 1936.
 *
 * @param pairs with moves both ways
 * @param oneWay pairs with moves one way only: each is a violation
 * @param cycles independent cycles of the pairs with moves both ways
 * @param largestMismatch largest |ln T(f→g) / T(g→f) - (V(f) - V(g))|, nats; absent without cycles,
 *     and with one-way pairs, which make it infinite
 */
public record KolmogorovTest(int pairs, int oneWay, int cycles, OptionalDouble largestMismatch) {
  /** Mismatches up to it, in nats, are rounding. */
  public static final double TOLERANCE = 1e-9;

  public static KolmogorovTest of(MoveKernel kernel) {
    MovePairs pairs = MovePairs.of(kernel);
    SpanningForest forest = SpanningForest.of(pairs, kernel.states().size());
    int bothWays = 0;
    double largest = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.bothWays(pair)) {
        bothWays++;
        double ratio = pairs.logForward(pair) - pairs.logBackward(pair);
        double fall =
            forest.potential()[pairs.first(pair)] - forest.potential()[pairs.second(pair)];
        largest = Math.max(largest, Math.abs(ratio - fall));
      }
    }
    int oneWay = pairs.size() - bothWays;
    int cycles = bothWays - forest.edges();
    return new KolmogorovTest(
        bothWays,
        oneWay,
        cycles,
        oneWay == 0 && cycles > 0 ? OptionalDouble.of(largest) : OptionalDouble.empty());
  }

  /** Whether anything could have shown: a tree of pairs is always in balance. */
  public boolean testable() {
    return oneWay > 0 || cycles > 0;
  }

  public boolean violated() {
    return oneWay > 0 || largestMismatch.orElse(0) > TOLERANCE;
  }
}
