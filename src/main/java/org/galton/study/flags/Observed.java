package org.galton.study.flags;

import java.io.Serializable;
import org.galton.flags.Transcript;
import org.galton.job.agents.Agent;

/**
 * A rollout with its transcript.
 *
 * @param rollout which of the problem; empty where a table does not tell
 * @param family problems that ask the same of other inputs; empty where there is none
 * @param reference the right answer; empty where it is not known
 * @param success null where it is excluded
 */
record Observed(
    Agent agent,
    String problem,
    String rollout,
    String family,
    String reference,
    Boolean success,
    Transcript transcript)
    implements Serializable {

  Observed withConstantAnswer() {
    return new Observed(
        agent, problem, rollout, family, reference, success, transcript.withConstantAnswer());
  }
}
