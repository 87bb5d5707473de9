package org.galton.job.emergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows of trajectories for tests: condition, group, round, agent, value, target, success. */
public final class Games {
  public static final String HEADER = "condition,group,round,agent,value,target,success\n";

  private Games() {}

  /** Agents that draw at random. */
  public static List<String> noise(
      String condition, int groups, int agents, int rounds, long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      for (int round = 1; round <= rounds; round++) {
        for (int agent = 0; agent < agents; agent++) {
          rows.add(row(condition, group, round, agent, random.nextInt(51)));
        }
      }
    }
    return rows;
  }

  /**
   * Three agents: whether the sum of all is odd persists with probability 0.95 while each alone is
   * random.
   */
  public static List<String> parity(String condition, int groups, int rounds, long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int parity = random.nextInt(2);
      for (int round = 1; round <= rounds; round++) {
        parity = random.nextDouble() < 0.95 ? parity : 1 - parity;
        int first = random.nextInt(2);
        int second = random.nextInt(2);
        rows.add(row(condition, group, round, 0, first));
        rows.add(row(condition, group, round, 1, second));
        rows.add(row(condition, group, round, 2, parity ^ first ^ second));
      }
    }
    return rows;
  }

  private static String row(String condition, int group, int round, int agent, int value) {
    return "%s,g%02d,%d,agent_%d,%d,60,%d"
        .formatted(condition, group, round, agent, value, group % 2);
  }
}
