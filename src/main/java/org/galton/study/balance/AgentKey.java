package org.galton.study.balance;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.job.input.Unnamed;

/**
 * Which agent. Each has a landscape of its own: a table that mixes models or prompts would test the
 * mixture.
 *
 * @param experiment "all" where the input names none
 * @param condition likewise
 */
public record AgentKey(String experiment, String condition)
    implements Comparable<AgentKey>, Serializable {
  private static final Comparator<AgentKey> ORDER =
      Comparator.comparing(AgentKey::experiment).thenComparing(AgentKey::condition);

  public AgentKey {
    experiment = Unnamed.shown(experiment);
    condition = Unnamed.shown(condition);
  }

  static AgentKey of(StepKey step) {
    return new AgentKey(step.experiment(), step.condition());
  }

  @Override
  public int compareTo(AgentKey other) {
    return ORDER.compare(this, other);
  }

  /** What is named of it. */
  @Override
  public String toString() {
    String named =
        Stream.of(experiment, condition)
            .filter(part -> !part.equals(Unnamed.SHOWN))
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "the agent" : named;
  }
}
