package org.galton.search;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.search.backup.ConstrainedBackup;
import org.galton.search.backup.StepEnding;

/**
 * A node of a search that builds a tree, as the search has left it.
 *
 * @param state the partial completion
 * @param parent number of the node before it; nothing at the root
 * @param depth number of its steps
 * @param expansion as the how-manieth node it was expanded, from 1
 * @param backup as the how-manieth trajectory it was backed up, from 1
 * @param q what backups have left; of a terminal its reward
 * @param visits backed-up trajectories that go through it
 * @param advantage of the tokens of its step; nothing where no trajectory has ended
 * @param putOut whether it is on the path to the completion that the search puts out
 */
public record SearchedNode<S>(
    S state,
    OptionalInt parent,
    int depth,
    StepEnding ending,
    OptionalInt expansion,
    OptionalInt backup,
    double q,
    int visits,
    OptionalDouble advantage,
    boolean putOut) {

  /** The value that tokens of its step are learned by. */
  public double clipped() {
    return ConstrainedBackup.clipped(q, ending);
  }
}
