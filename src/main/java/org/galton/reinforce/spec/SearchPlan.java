package org.galton.reinforce.spec;

import org.galton.search.TreeSampler;

/**
 * Prompts whose rollouts are the trajectories of a tree, as DeepSearch (arXiv 2509.25454) trains.
 *
 * @param tree of each prompt that is searched
 * @param probe plain rollouts by which it is decided whether a prompt is hard enough; 0 for no
 *     probe, so that every prompt is searched
 * @param keepBelow a prompt is learned from if fewer than this share of the probe's rollouts are
 *     right; its right trajectories are remembered if at most this share of its group is right
 * @param cache most solutions of a prompt that are remembered; 0 for none
 * @param credit which of its tokens a trajectory's advantage is given to
 */
public record SearchPlan(TreeSampler tree, int probe, double keepBelow, int cache, Credit credit) {

  /** What the advantage of a token of a tree is made of. */
  public enum Credit {
    /** Of the value that the search has left on the token's step. */
    STEPS,
    /** Of the reward of the token's trajectory, as without a search. */
    TRAJECTORY
  }

  /** Whether a prompt of which so many rollouts of the probe are right is learned from. */
  public boolean keeps(int right, int judged) {
    return probe == 0 || right < keepBelow * judged;
  }

  /** Whether right trajectories of a group are remembered, of which so many are right. */
  public boolean remembers(int right, int judged) {
    return cache > 0 && right > 0 && right <= keepBelow * judged;
  }
}
