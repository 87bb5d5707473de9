package org.galton.emergence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Trajectories for tests. */
public final class Groups {

  private Groups() {}

  /** Rounds from 1, agents a01, a02 and so on. */
  public static GroupTrajectory of(String name, double[]... values) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      for (int place = 0; place < values[i].length; place++) {
        observations.add(
            new Observation(place + 1, String.format("a%02d", i + 1), values[i][place]));
      }
    }
    return GroupTrajectory.of(name, observations);
  }

  /** Three agents over twelve rounds, whose figures are known. */
  public static GroupTrajectory worked() {
    return of(
        "worked",
        new double[] {3, 5, 4, 6, 2, 7, 5, 3, 6, 4, 8, 2},
        new double[] {9, 1, 4, 4, 7, 2, 8, 3, 3, 6, 1, 7},
        new double[] {0, 2, 2, 5, 1, 5, 6, 0, 3, 3, 2, 4});
  }

  /** Independent uniform values. */
  public static GroupTrajectory noise(int agents, int rounds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[agents][rounds];
    for (double[] series : values) {
      for (int t = 0; t < rounds; t++) {
        series[t] = random.nextDouble();
      }
    }
    return of("noise " + seed, values);
  }

  /** Whole numbers from 0 to bound - 1: many ties, some constant series. */
  public static GroupTrajectory coarse(int agents, int rounds, int bound, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[agents][rounds];
    for (double[] series : values) {
      int own = random.nextInt(1, bound + 1);
      for (int t = 0; t < rounds; t++) {
        series[t] = random.nextInt(own);
      }
    }
    return of("coarse " + seed, values);
  }
}
