package org.galton.emergence.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Observation;

/** Ten agents over twenty rounds that do not coordinate. */
enum SimulatedGroup {
  /** Independent uniform values. */
  IID {
    @Override
    double[][] values(SplittableRandom random) {
      double[][] values = new double[AGENTS][ROUNDS];
      for (double[] series : values) {
        for (int t = 0; t < ROUNDS; t++) {
          series[t] = random.nextDouble();
        }
      }
      return values;
    }
  },

  /** Independent stationary autoregressions of order one, coefficient 0.9. */
  PERSISTENT {
    @Override
    double[][] values(SplittableRandom random) {
      double[][] values = new double[AGENTS][ROUNDS];
      for (double[] series : values) {
        double value = random.nextGaussian() / Math.sqrt(1 - 0.81);
        for (int t = 0; t < ROUNDS; t++) {
          series[t] = value;
          value = 0.9 * value + random.nextGaussian();
        }
      }
      return values;
    }
  },

  /** All halve the same interval on the feedback to their sum, and err by up to 2. */
  LOCKSTEP {
    @Override
    double[][] values(SplittableRandom random) {
      double[][] values = new double[AGENTS][ROUNDS];
      double low = 0;
      double high = 50;
      for (int t = 0; t < ROUNDS; t++) {
        double guess = Math.rint((low + high) / 2);
        double sum = 0;
        for (double[] series : values) {
          series[t] = Math.max(0, Math.min(50, guess + random.nextInt(-2, 3)));
          sum += series[t];
        }
        if (sum > TARGET) {
          high = Math.max(guess - 1, 0);
        } else if (sum < TARGET) {
          low = Math.min(guess + 1, 50);
        }
        if (low >= high) {
          low = Math.max(0, guess - 3);
          high = Math.min(50, guess + 3);
        }
      }
      return values;
    }
  };

  private static final int AGENTS = 10;
  private static final int ROUNDS = 20;
  private static final double TARGET = 75;

  abstract double[][] values(SplittableRandom random);

  GroupTrajectory group(int number) {
    double[][] values = values(new SplittableRandom(31_337L + number));
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < AGENTS; i++) {
      for (int t = 0; t < ROUNDS; t++) {
        observations.add(new Observation(t + 1, "agent " + i, values[i][t]));
      }
    }
    return GroupTrajectory.of(name() + "/" + number, observations).withTarget(TARGET);
  }
}
