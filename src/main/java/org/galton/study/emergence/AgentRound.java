package org.galton.study.emergence;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What one agent did in one round.
 *
 * @param file it came from
 * @param value NaN or infinite where the file says so
 * @param target of the group; null where there is none, and so success and macro
 */
record AgentRound(
    String file,
    int round,
    String agent,
    double value,
    Double target,
    Boolean success,
    Double macro)
    implements Serializable {

  /** Does not depend on the order in which files are read. */
  static final Comparator<AgentRound> ORDER =
      Comparator.comparingInt(AgentRound::round)
          .thenComparing(AgentRound::agent)
          .thenComparing(AgentRound::file)
          .thenComparingDouble(AgentRound::value);
}
