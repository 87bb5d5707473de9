package org.galton.study.leaderboard;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.galton.study.leaderboard.row.AgentUnionRow;

/** What all agents of a task solve together, beside the best of them. */
final class AgentUnion {
  private AgentUnion() {}

  /** Empty where fewer than two agents have a problem in common. */
  static Optional<AgentUnionRow> of(
      String runId, String task, Map<AgentKey, Map<String, Spend>> agents) {
    Set<String> common = null;
    for (Map<String, Spend> problems : agents.values()) {
      Set<String> scored = new HashSet<>();
      problems.forEach(
          (problem, spend) -> {
            if (spend.scored() > 0) {
              scored.add(problem);
            }
          });
      if (common == null) {
        common = scored;
      } else {
        common.retainAll(scored);
      }
    }
    if (agents.size() < 2 || common == null || common.isEmpty()) {
      return Optional.empty();
    }
    Set<String> solved = new HashSet<>();
    AgentKey best = null;
    int most = -1;
    for (Map.Entry<AgentKey, Map<String, Spend>> agent : agents.entrySet()) {
      int own = 0;
      for (String problem : common) {
        if (agent.getValue().get(problem).right() > 0) {
          own++;
          solved.add(problem);
        }
      }
      if (own > most) {
        most = own;
        best = agent.getKey();
      }
    }
    AgentKey first = Objects.requireNonNull(best);
    return Optional.of(
        new AgentUnionRow(
            runId,
            task,
            agents.size(),
            common.size(),
            (double) solved.size() / common.size(),
            first.model(),
            first.scaffold(),
            first.effort().isEmpty() ? null : first.effort(),
            (double) most / common.size()));
  }
}
