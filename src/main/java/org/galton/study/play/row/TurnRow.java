package org.galton.study.play.row;

import java.io.Serializable;
import org.galton.environment.State;

/** A row of {@code turns}; see its schema for the columns. A NULL is null. */
public record TurnRow(
    String runId,
    RolloutPlace rollout,
    String environment,
    int turn,
    String role,
    String action,
    String tool,
    String arguments,
    Boolean toolFailed,
    String observation,
    double reward,
    Integer tokens,
    boolean terminated,
    boolean truncated,
    boolean formatError,
    boolean won)
    implements Serializable {
  /** What an episode opens with. */
  public static final String ENVIRONMENT = "environment";

  /** A turn of the model. */
  public static final String AGENT = "agent";

  public boolean isAgents() {
    return role.equals(AGENT);
  }

  public boolean isLast() {
    return terminated || truncated;
  }

  /** How the episode ended here, in words; empty where it goes on. */
  public String outcome() {
    return State.outcome(terminated, truncated, formatError, won);
  }
}
