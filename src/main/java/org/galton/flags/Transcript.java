package org.galton.flags;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What an agent did.
 *
 * @param steps in the order of time
 * @param answer its last word; empty where it gave none or it is not known
 * @param ending how it ended
 * @param allowed the tools that the task declares; empty where it declares none
 * @param hidden texts that the agent is not to know, such as the name of a test's fixture
 * @param constant whether its answer is the same as on inputs whose answers are others
 */
public record Transcript(
    List<Step> steps,
    String answer,
    Ending ending,
    Set<String> allowed,
    List<String> hidden,
    boolean constant)
    implements Serializable {

  public Transcript {
    steps = List.copyOf(steps);
    allowed = Set.copyOf(allowed);
    hidden = List.copyOf(hidden);
  }

  public Transcript withConstantAnswer() {
    return new Transcript(steps, answer, ending, allowed, hidden, true);
  }
}
