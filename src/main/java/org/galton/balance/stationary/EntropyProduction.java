package org.galton.balance.stationary;

import java.util.OptionalDouble;
import org.galton.balance.Components;
import org.galton.balance.MovePairs;
import org.galton.balance.potential.Landscape;

/**
 * Entropy production of a kernel in its stationary law pi, in nats per step,
 *
 * <pre>1/2 sum (pi_f T(f→g) - pi_g T(g→f)) ln (pi_f T(f→g) / (pi_g T(g→f))),</pre>
 *
 * over the moves within its largest component; a step out of it counts as a stay. 0 in detailed
 * balance.
 */
public final class EntropyProduction {

  private EntropyProduction() {}

  /**
   * @return absent where a pair of the component was seen one way, which makes it infinite, without
   *     a component of two states, and where {@link StationaryLaw} finds no law
   */
  public static OptionalDouble of(Landscape landscape) {
    MovePairs pairs = landscape.pairs();
    Components components = landscape.components();
    boolean[] inside = new boolean[landscape.kernel().states().size()];
    for (int state = 0; state < inside.length; state++) {
      inside[state] = landscape.solved(state) && components.of(state) == 0;
    }
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (inside[pairs.first(pair)] && inside[pairs.second(pair)] && !pairs.bothWays(pair)) {
        return OptionalDouble.empty();
      }
    }
    return StationaryLaw.of(landscape)
        .map(law -> OptionalDouble.of(sum(pairs, inside, law)))
        .orElse(OptionalDouble.empty());
  }

  private static double sum(MovePairs pairs, boolean[] inside, double[] law) {
    double sum = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      int first = pairs.first(pair);
      int second = pairs.second(pair);
      if (inside[first] && inside[second] && law[first] > 0 && law[second] > 0) {
        double forward = Math.log(law[first]) + pairs.logForward(pair);
        double backward = Math.log(law[second]) + pairs.logBackward(pair);
        sum += (Math.exp(forward) - Math.exp(backward)) * (forward - backward);
      }
    }
    return sum;
  }
}
