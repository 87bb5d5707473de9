package org.galton.job.balance;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Steps that count together.
 *
 * @param rollout walk that they belong to; empty where not known
 * @param target the source where the agent stayed; empty where it said nothing usable
 */
record StepKey(AgentKey agent, String rollout, String source, String target)
    implements Comparable<StepKey>, Serializable {
  private static final Comparator<StepKey> ORDER =
      Comparator.comparing(StepKey::agent)
          .thenComparing(StepKey::rollout)
          .thenComparing(StepKey::source)
          .thenComparing(StepKey::target);

  @Override
  public int compareTo(StepKey other) {
    return ORDER.compare(this, other);
  }

  boolean isEscape() {
    return target.isEmpty();
  }
}
