package org.galton.study.leaderboard;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A line of the leaderboard.
 *
 * @param scaffold what is built around the model: a sampler, a sampling, an agent's program
 */
record AgentKey(String task, String model, String scaffold) implements Serializable {
  static final Comparator<AgentKey> ORDER =
      Comparator.comparing(AgentKey::task)
          .thenComparing(AgentKey::model)
          .thenComparing(AgentKey::scaffold);
}
