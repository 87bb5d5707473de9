package org.galton.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.balance.MoveKernel;

/**
 * A kernel near detailed balance with a potential uniform over 4 nats: every state moves to and
 * from as many others, some way along a ring, with probabilities symmetric but for the potential
 * and a noise of either direction's own.
 */
final class SimulatedKernel {
  private static final double RANGE = 4;
  private static final double NOISE = 0.5;

  private SimulatedKernel() {}

  /**
   * @param neighbours of each state, even, at most half of the states
   */
  static MoveKernel of(int states, int neighbours) {
    int[] steps = steps(states, neighbours);
    double[] potential = new SplittableRandom(1).doubles(states).map(u -> RANGE * u).toArray();
    int[] sources = new int[Math.multiplyExact(states, neighbours)];
    int[] targets = new int[sources.length];
    double[] probabilities = new double[sources.length];
    double least = Math.exp(-RANGE / 2 - NOISE) / (2.0 * neighbours);
    int move = 0;
    for (int source = 0; source < states; source++) {
      int from = source;
      int[] row = IntStream.of(steps).map(step -> (from + step) % states).sorted().toArray();
      for (int target : row) {
        long pair = (long) Math.min(source, target) * states + Math.max(source, target);
        SplittableRandom own = new SplittableRandom(pair);
        double weight = least * (1 + own.nextDouble());
        double forward = own.nextDouble();
        double noise = NOISE * (2 * (source < target ? forward : own.nextDouble()) - 1);
        double fall = potential[source] - potential[target];
        sources[move] = source;
        targets[move] = target;
        probabilities[move++] = weight * Math.exp(fall / 2 + noise);
      }
    }
    List<String> names = IntStream.range(0, states).mapToObj(state -> "state " + state).toList();
    return MoveKernel.ofSorted(names, sources, targets, probabilities);
  }

  /** Different steps along the ring, each with its opposite. */
  private static int[] steps(int states, int neighbours) {
    int[] forward =
        IntStream.concat(IntStream.of(1), new SplittableRandom(2).ints(2, (states + 1) / 2))
            .distinct()
            .limit(neighbours / 2)
            .toArray();
    return IntStream.concat(Arrays.stream(forward), Arrays.stream(forward).map(s -> states - s))
        .toArray();
  }
}
