package org.galton.search.backup;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * How a search goes.
 *
 * @param depthLimit steps of the longest trajectory: an open step there is incomplete
 * @param trajectories backed up before the search ends
 * @param expansions of nodes before it ends, whatever it has
 * @param gamma which index the weights of a backup have
 * @param siblings which of new children is expanded next, where no trajectory ended
 * @param frontier which of all nodes is expanded next, where one did
 * @param selection by what that one is chosen
 */
public record SearchSettings(
    int depthLimit,
    int trajectories,
    int expansions,
    GammaIndex gamma,
    UpperConfidence siblings,
    FrontierScore frontier,
    NodeSelection selection)
    implements Serializable {

  public SearchSettings {
    Expect.that(depthLimit >= 1, "depth limit", depthLimit, "1 or more");
    Expect.that(trajectories >= 1, "trajectories", trajectories, "1 or more");
    Expect.that(expansions >= 1, "expansions", expansions, "1 or more");
  }

  /** 64 steps, 8 trajectories, no limit of expansions. */
  public static SearchSettings withDefaults() {
    return new SearchSettings(
        64,
        8,
        Integer.MAX_VALUE,
        GammaIndex.PAPER,
        UpperConfidence.withDefaults(),
        FrontierScore.withDefaults(),
        NodeSelection.FRONTIER);
  }

  public SearchSettings withDepthLimit(int steps) {
    return new SearchSettings(
        steps, trajectories, expansions, gamma, siblings, frontier, selection);
  }

  public SearchSettings withTrajectories(int number) {
    return new SearchSettings(depthLimit, number, expansions, gamma, siblings, frontier, selection);
  }

  public SearchSettings withExpansions(int number) {
    return new SearchSettings(
        depthLimit, trajectories, number, gamma, siblings, frontier, selection);
  }

  public SearchSettings withGamma(GammaIndex index) {
    return new SearchSettings(
        depthLimit, trajectories, expansions, index, siblings, frontier, selection);
  }

  public SearchSettings withFrontier(FrontierScore score) {
    return new SearchSettings(
        depthLimit, trajectories, expansions, gamma, siblings, score, selection);
  }

  public SearchSettings withSiblings(UpperConfidence bound) {
    return new SearchSettings(
        depthLimit, trajectories, expansions, gamma, bound, frontier, selection);
  }

  public SearchSettings withSelection(NodeSelection other) {
    return new SearchSettings(
        depthLimit, trajectories, expansions, gamma, siblings, frontier, other);
  }
}
