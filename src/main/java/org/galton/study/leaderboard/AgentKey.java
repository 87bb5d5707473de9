package org.galton.study.leaderboard;

import java.io.Serializable;
import java.util.Comparator;
import org.galton.job.agents.Agent;

/**
 * A line of the leaderboard.
 *
 * @param scaffold what is built around the model: a sampler, a sampling, an agent's program
 * @param effort the setting of how much it reasons; empty where there is none
 */
record AgentKey(String task, String model, String scaffold, String effort) implements Serializable {
  static final Comparator<AgentKey> ORDER =
      Comparator.comparing(AgentKey::task)
          .thenComparing(AgentKey::model)
          .thenComparing(AgentKey::scaffold)
          .thenComparing(AgentKey::effort);

  /** An agent without settings of effort. */
  static AgentKey of(Agent agent) {
    return new AgentKey(agent.task(), agent.model(), agent.scaffold(), "");
  }

  /** The same at no setting: what settings of one agent have in common. */
  AgentKey withoutEffort() {
    return new AgentKey(task, model, scaffold, "");
  }
}
