package org.galton.job.figure;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a prompt's rollouts answered, counted.
 *
 * @param right rollouts of each right answer
 * @param wrong rollouts of each wrong answer
 * @param empty rollouts without an answer, which are wrong
 */
public record AnswerCounts(Map<String, Integer> right, Map<String, Integer> wrong, int empty)
    implements Serializable {

  public AnswerCounts {
    right = new TreeMap<>(right);
    wrong = new TreeMap<>(wrong);
  }

  public int rollouts() {
    return total(right) + total(wrong) + empty;
  }

  /** Share of right ones; needs a rollout. */
  public double solveRate() {
    return (double) total(right) / rollouts();
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
