package org.galton.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What one would write first: the prompt to which one rollout more adds most gets it, and goes back
 * into the queue.
 *
 * @param least rollouts of a prompt
 * @param most rollouts of a prompt
 */
record StepwiseQueue(int least, int most) {

  private record Prompt(double gain, int place) {}

  int[] divide(double[] rates, long budget) {
    int[] counts = new int[rates.length];
    Arrays.fill(counts, least);
    PriorityQueue<Prompt> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Prompt::gain).reversed().thenComparingInt(Prompt::place));
    for (int i = 0; i < rates.length; i++) {
      queue.add(new Prompt(gain(least, rates[i]), i));
    }
    for (long left = budget - (long) least * rates.length; left > 0 && !queue.isEmpty(); left--) {
      int best = queue.remove().place();
      counts[best]++;
      if (counts[best] < most) {
        queue.add(new Prompt(gain(counts[best], rates[best]), best));
      }
    }
    return counts;
  }

  private static double gain(int rollouts, double p) {
    double q = 1 - p;
    return (Math.pow(p, rollouts) * q + Math.pow(q, rollouts) * p) * (p * q * q);
  }
}
