package org.galton.balance.vote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.galton.balance.potential.Landscape;

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
    return of(largest(base), largest(voted));
  }

  /**
   * @param base potential of the largest component by state, and so for the vote
   * @return absent where fewer than two states are in both, and where the base is flat
   */
  public static OptionalDouble of(Map<String, Double> base, Map<String, Double> voted) {
    List<String> common = base.keySet().stream().filter(voted::containsKey).sorted().toList();
    double meanBase = common.stream().mapToDouble(base::get).average().orElse(0);
    double meanVoted = common.stream().mapToDouble(voted::get).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (String state : common) {
      double x = base.get(state) - meanBase;
      squares += x * x;
      products += x * (voted.get(state) - meanVoted);
    }
    return common.size() < 2 || squares <= ROUNDING * common.size()
        ? OptionalDouble.empty()
        : OptionalDouble.of(products / squares);
  }

  private static Map<String, Double> largest(Landscape landscape) {
    Map<String, Double> potential = new HashMap<>();
    List<String> states = landscape.kernel().states();
    for (int state = 0; state < states.size(); state++) {
      if (landscape.solved(state) && landscape.components().of(state) == 0) {
        potential.put(states.get(state), landscape.nats(state));
      }
    }
    return potential;
  }
}
