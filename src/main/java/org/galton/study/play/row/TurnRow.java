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

  /** A tool's turn in a team. */
  public static final String TOOL = "tool";

  public boolean isAgents() {
    return role.equals(AGENT);
  }

  public boolean isOpening() {
    return role.equals(ENVIRONMENT);
  }

  /** Of one role of a team. */
  public boolean isTeams() {
    return !isAgents() && !isOpening();
  }

  /** Whether a tool was called here. */
  public boolean isCall() {
    return isAgents() ? tool != null : role.equals(TOOL);
  }

  public boolean isLast() {
    return terminated || truncated;
  }

  /** How the episode ended here, in words; empty where it goes on. */
  public String outcome() {
    return State.outcome(terminated, truncated, formatError, won);
  }
}
