package org.galton.study.balance;

import java.io.Serializable;
import java.util.Comparator;
import org.galton.study.balance.row.TransitionRow;

/**
 * Steps of an agent that count together.
 *
 * @param rollout walk that they belong to; empty where not known
 * @param target the source where the agent stayed; empty where it said nothing usable
 */
public record StepKey(
    String experiment, String condition, String rollout, String source, String target)
    implements Comparable<StepKey>, Serializable {
  private static final Comparator<StepKey> ORDER =
      Comparator.comparing(StepKey::experiment)
          .thenComparing(StepKey::condition)
          .thenComparing(StepKey::rollout)
          .thenComparing(StepKey::source)
          .thenComparing(StepKey::target);

  @Override
  public int compareTo(StepKey other) {
    return ORDER.compare(this, other);
  }

  public boolean isEscape() {
    return target.isEmpty();
  }

  public TransitionRow row(String runId, long count) {
    return new TransitionRow(
        runId,
        experiment,
        condition,
        rollout.isEmpty() ? null : rollout,
        source,
        target.isEmpty() ? null : target,
        count);
  }
}
