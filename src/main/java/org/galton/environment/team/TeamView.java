package org.galton.environment.team;

import java.util.List;
import java.util.Optional;

/**
 * What a role knows when its turn comes.
 *
 * @param name of whatever asks
 * @param marks of the question
 * @param tools names of those that the planner may choose; the planner alone knows them
 * @param memory the steps so far; the executor knows none
 * @param plan that the executor carries out; the executor alone knows it
 */
public record TeamView(
    Role role,
    String name,
    String marks,
    List<String> tools,
    List<MemoryStep> memory,
    Optional<Plan> plan) {
  public TeamView {
    tools = List.copyOf(tools);
    memory = List.copyOf(memory);
  }
}
