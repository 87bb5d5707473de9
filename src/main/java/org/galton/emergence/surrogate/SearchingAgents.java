package org.galton.emergence.surrogate;

import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;

/**
 * {@link NullModel#FUNCTIONAL}: each agent halves its own interval of whole numbers.
 *
 * <pre>  speed = 0.3 + 0.4 u,  lo = 0,  hi = 50;  in each round  g = rint(lo + speed (hi - lo))
 *  sum above the target: hi = max(g - 1, 0);  below: lo = min(g + 1, 50)
 *  lo &gt;= hi: lo = max(0, g - 3), hi = min(50, g + 3)</pre>
 *
 * <p>One uniform number an agent, agents ascending. A window gets the same stretch of the search as
 * of the group's rounds.
 */
final class SearchingAgents implements Surrogates {
  private static final double LARGEST = 50;
  private static final BinaryGrid GRID = BinaryGrid.of(LARGEST);

  private final Preprocessing preprocessing;
  private final double target;
  private final int before;
  private final int places;
  private final double[] speed;
  private final double[] low;
  private final double[] high;
  private final double[] guess;

  SearchingAgents(PreparedGroup group) {
    this.preprocessing = group.preprocessing();
    this.target = group.group().target().orElseThrow();
    this.before = group.group().before();
    this.places = group.places();
    int agents = group.agents();
    this.speed = new double[agents];
    this.low = new double[agents];
    this.high = new double[agents];
    this.guess = new double[agents];
  }

  @Override
  public void draw(PortableStream stream, double[][] agents) {
    for (int i = 0; i < speed.length; i++) {
      speed[i] = 0.3 + 0.4 * stream.unit();
      low[i] = 0;
      high[i] = LARGEST;
    }
    for (int round = 0; round < before + places; round++) {
      play();
      for (int i = 0; i < guess.length && round >= before; i++) {
        agents[i][round - before] = guess[i];
      }
    }
    for (int i = 0; i < guess.length; i++) {
      preprocessing.apply(agents[i], GRID);
    }
  }

  private void play() {
    double sum = 0;
    for (int i = 0; i < guess.length; i++) {
      guess[i] = Math.rint(low[i] + speed[i] * (high[i] - low[i]));
      sum += guess[i];
    }
    for (int i = 0; i < guess.length; i++) {
      if (sum > target) {
        high[i] = Math.max(guess[i] - 1, 0);
      } else if (sum < target) {
        low[i] = Math.min(guess[i] + 1, LARGEST);
      }
      if (low[i] >= high[i]) {
        low[i] = Math.max(0, guess[i] - 3);
        high[i] = Math.min(LARGEST, guess[i] + 3);
      }
    }
  }
}
