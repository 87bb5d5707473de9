package org.galton.train.policy;

import java.io.Serializable;
import org.galton.train.AdamWOptions;

/**
 * How a policy learns.
 *
 * @param temperature that rollouts are drawn with
 * @param batchTokens most tokens, prompts and padding included, whose gradient is computed at once;
 *     one rollout is always taken whole
 */
public record LearnerOptions(AdamWOptions optimizer, double temperature, int batchTokens)
    implements Serializable {

  /** For the probabilities of the model itself, whatever its rollouts are drawn with. */
  public LearnerOptions untempered() {
    return new LearnerOptions(optimizer, 1, batchTokens);
  }
}
