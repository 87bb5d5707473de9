package org.galton.balance;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How many times steeper a vote makes the landscape: the slope of the regression through the origin
 * of the voted potential on that of single draws, both with mean 0 over the states that are in both
 * largest components. About n for rare moves, n exactly for a unanimous vote in detailed balance.
 */
public final class VoteSlope {
  /** A landscape whose mean square is below it is flat but for rounding. */
  private static final double ROUNDING = 1e-20;

  private VoteSlope() {}

  /**
   * @return absent where fewer than two states are in both, and where the base is flat
   */
  public static OptionalDouble of(Landscape base, Landscape voted) {
    Expect.that(
        base.kernel().states().equals(voted.kernel().states()),
        "vote's landscape",
        "of %d states".formatted(voted.kernel().states().size()),
        "one of the %d states of the base".formatted(base.kernel().states().size()));
    int[] common =
        IntStream.range(0, base.kernel().states().size())
            .filter(state -> inLargest(base, state) && inLargest(voted, state))
            .toArray();
    double meanBase = IntStream.of(common).mapToDouble(base::nats).average().orElse(0);
    double meanVoted = IntStream.of(common).mapToDouble(voted::nats).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int state : common) {
      double x = base.nats(state) - meanBase;
      squares += x * x;
      products += x * (voted.nats(state) - meanVoted);
    }
    return common.length < 2 || squares <= ROUNDING * common.length
        ? OptionalDouble.empty()
        : OptionalDouble.of(products / squares);
  }

  private static boolean inLargest(Landscape landscape, int state) {
    return landscape.solved(state) && landscape.components().of(state) == 0;
  }
}
