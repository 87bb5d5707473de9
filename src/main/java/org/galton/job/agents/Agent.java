package org.galton.job.agents;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A model with what is built around it, on a task.
 *
 * @param task empty where a table has no such column, like the scaffold
 * @param scaffold of a run folder the sampling
 */
public record Agent(String task, String model, String scaffold)
    implements Serializable, Comparable<Agent> {
  private static final Comparator<Agent> ORDER =
      Comparator.comparing(Agent::task).thenComparing(Agent::model).thenComparing(Agent::scaffold);

  @Override
  public int compareTo(Agent other) {
    return ORDER.compare(this, other);
  }
}
