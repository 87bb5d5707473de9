package org.galton.reinforce;

/**
 * Time that something took.
 *
 * @param seconds on the wall
 * @param cpuSeconds of this process and its executors, summed over processors
 */
public record Spent(double seconds, double cpuSeconds) {
  static final Spent NOTHING = new Spent(0, 0);

  Spent plus(Spent more) {
    return new Spent(seconds + more.seconds, cpuSeconds + more.cpuSeconds);
  }
}
