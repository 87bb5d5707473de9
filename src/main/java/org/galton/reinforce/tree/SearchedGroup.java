package org.galton.reinforce.tree;

import java.util.List;
import org.galton.reward.signal.JudgedRollout;
import org.galton.statistics.Tally;

/**
 * How the rollouts of a prompt came about in a training that searches.
 *
 * @param source of the rollouts
 * @param probe verdicts on the rollouts by which the source was chosen
 * @param plain verdicts on all rollouts that were drawn as without a search, those of the probe
 *     included
 * @param remembered how many of the group's rollouts come from earlier steps: the first ones
 * @param drawnTokens of the probe, and of the tree or the further rollouts
 * @param numbers of rollouts that the prompt has used up
 * @param ends of all the tree's trajectories, as rewards look at them, where tokens are learned
 *     from by steps; else none
 */
public record SearchedGroup(
    Source source,
    Tally probe,
    Tally plain,
    int remembered,
    long drawnTokens,
    int numbers,
    List<JudgedRollout> ends) {

  /** Where a group's rollouts come from. */
  public enum Source {
    /** The probe: the prompt is not hard enough to be learned from. */
    PROBE,
    /** A tree: its backed-up trajectories. */
    TREE,
    /** Remembered solutions, and rollouts of the policy. */
    CACHE
  }

  public SearchedGroup {
    ends = List.copyOf(ends);
  }
}
