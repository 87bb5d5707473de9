package org.galton.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.suite.Environments;
import org.galton.environment.suite.Trace;

/**
 * Times on one thread how many episodes of each environment are played, by chance and by its
 * solver, without a model. A first pass warms up and does not count.
 *
 * @param seconds of processor time for each environment and policy
 */
public record EnvironmentBenchmark(double seconds) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * What was measured.
   *
   * @param random episodes by chance in a second of processor time
   * @param turns of them in a second
   * @param solver episodes by the solver in a second
   */
  public record Row(String environment, double random, double turns, double solver) {}

  private record Rate(double episodes, double turns) {}

  public EnvironmentBenchmark {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(
          "Invalid benchmark of %s seconds: expected more than 0".formatted(seconds));
    }
  }

  public List<Row> run() {
    List<Row> rows = new ArrayList<>();
    for (Environment environment : Environments.ALL) {
      Rate random = rate(environment, environment.random());
      Rate solver = rate(environment, environment.solver());
      rows.add(new Row(environment.id(), random.episodes(), random.turns(), solver.episodes()));
    }
    return rows;
  }

  private Rate rate(Environment environment, Policy policy) {
    played(environment, policy, seconds / 2);
    return played(environment, policy, seconds);
  }

  private static Rate played(Environment environment, Policy policy, double least) {
    long began = THREADS.getCurrentThreadCpuTime();
    long episodes = 0;
    long turns = 0;
    double spent = 0;
    while (spent < least) {
      turns += Trace.play(environment, episodes++, policy).actions().size();
      spent = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
    }
    return new Rate(episodes / spent, turns / spent);
  }
}
