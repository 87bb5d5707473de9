package org.galton.study.samplers;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.PassAtK;

/** The right answers among the rollouts of a prompt. */
final class PromptFinds implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Integer> right = new HashMap<>();
  private int rollouts;

  void drawn() {
    rollouts++;
  }

  void right(String answer) {
    right.merge(answer, 1, Integer::sum);
  }

  PromptFinds plus(PromptFinds other) {
    rollouts += other.rollouts;
    other.right.forEach((answer, count) -> right.merge(answer, count, Integer::sum));
    return this;
  }

  /**
   * Expected number of different right answers among k of its rollouts, without replacement: a sum
   * of pass@k over answers; empty where it has fewer.
   */
  OptionalDouble distinct(int k) {
    if (rollouts < k) {
      return OptionalDouble.empty();
    }
    PassAtK found = new PassAtK(k);
    return OptionalDouble.of(
        right.values().stream()
            .mapToDouble(count -> found.value(new Tally(rollouts, count)).orElseThrow())
            .sum());
  }
}
