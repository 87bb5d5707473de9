package org.galton.study.flags;

import java.io.Serializable;
import org.galton.job.agents.Agent;

/** Which rollout. */
record RolloutKey(Agent agent, String problem, String rollout) implements Serializable {
  static RolloutKey of(Observed observed) {
    return new RolloutKey(observed.agent(), observed.problem(), observed.rollout());
  }

  @Override
  public String toString() {
    return "task '%s', model '%s', scaffold '%s', problem '%s', rollout '%s'"
        .formatted(agent.task(), agent.model(), agent.scaffold(), problem, rollout);
  }
}
