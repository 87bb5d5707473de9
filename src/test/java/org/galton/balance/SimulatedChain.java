package org.galton.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An agent with a known kernel, T(f→g) = c(f,g) exp((V(f) - V(g) + drive(f,g)) / 2): balanced where
 * nothing drives it.
 */
public final class SimulatedChain {
  public final int states;
  public final double[] potential;
  final double[][] kernel;

  private SimulatedChain(double[] potential, double[][] kernel) {
    states = potential.length;
    this.potential = potential;
    this.kernel = kernel;
  }

  /**
   * A chain drawn at random.
   *
   * @param density share of pairs of states with moves
   * @param spread standard deviation of the potential
   * @param drive around the ring of all states in their order, nats per pair that lies on it
   */
  public static SimulatedChain draw(
      SplittableRandom random, int states, double density, double spread, double drive) {
    double[] potential = new double[states];
    for (int f = 0; f < states; f++) {
      potential[f] = spread * normal(random);
    }
    double[][] kernel = new double[states][states];
    double most = 0;
    for (int f = 0; f < states; f++) {
      for (int g = 0; g < f; g++) {
        boolean ring = f == g + 1 || (f == states - 1 && g == 0);
        if (ring || random.nextDouble() < density) {
          double symmetric = 0.2 + random.nextDouble();
          double along = ring ? (f == g + 1 ? -drive : drive) : 0;
          double down = potential[f] - potential[g] + along;
          kernel[f][g] = symmetric * Math.exp(down / 2);
          kernel[g][f] = symmetric * Math.exp(-down / 2);
        }
      }
    }
    for (double[] row : kernel) {
      double sum = 0;
      for (double rate : row) {
        sum += rate;
      }
      most = Math.max(most, sum);
    }
    for (double[] row : kernel) {
      for (int g = 0; g < states; g++) {
        row[g] *= 0.95 / most;
      }
    }
    return new SimulatedChain(potential, kernel);
  }

  /** So many steps from each state. */
  public TransitionCounts count(SplittableRandom random, int attempts) {
    TransitionCounts.Builder counts = TransitionCounts.builder();
    for (int f = 0; f < states; f++) {
      counts.attempts(name(f), attempts);
      for (int step = 0; step < attempts; step++) {
        int target = step(random, f);
        if (target != f) {
          counts.add(name(f), name(target), 1);
        }
      }
    }
    return counts.build();
  }

  /** Walks of so many steps each, from states in turn. */
  public List<TransitionCounts> walks(SplittableRandom random, int walks, int steps) {
    List<TransitionCounts> counted = new ArrayList<>();
    for (int walk = 0; walk < walks; walk++) {
      TransitionCounts.Builder counts = TransitionCounts.builder();
      int state = walk % states;
      for (int step = 0; step < steps; step++) {
        int target = step(random, state);
        counts.add(name(state), name(target), 1);
        state = target;
      }
      counted.add(counts.build());
    }
    return counted;
  }

  private int step(SplittableRandom random, int from) {
    double left = random.nextDouble();
    for (int g = 0; g < states; g++) {
      left -= kernel[from][g];
      if (left < 0) {
        return g;
      }
    }
    return from;
  }

  public static String name(int state) {
    return "s%04d".formatted(state);
  }

  static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
