package org.galton.reinforce.tree;

import org.galton.model.Completion;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reward.signal.Answered;
import org.galton.reward.signal.JudgedRollout;

/**
 * A trajectory of a tree, from the root to where it ended.
 *
 * @param node its last one
 * @param completion as a rollout of its own
 * @param trace its tokens, with log-probabilities of the policy that drew the tree
 * @param values of each token: that of its step, tanh(q), and of the last step +1 or -1
 */
public record Trajectory(int node, Completion completion, TokenTrace trace, double[] values) {

  /** As rewards look at it. */
  JudgedRollout judged() {
    boolean right = values[values.length - 1] > 0;
    return JudgedRollout.of(right ? Answered.RIGHT : Answered.WRONG)
        .withTokens(completion.completionTokens());
  }
}
