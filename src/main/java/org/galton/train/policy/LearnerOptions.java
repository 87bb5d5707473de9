package org.galton.train.policy;

import java.io.Serializable;
import org.galton.model.llama.decoding.HeadType;
import org.galton.train.AdamWOptions;

/**
 * How a policy learns.
 *
 * @param temperature that rollouts are drawn with
 * @param batchTokens most tokens, prompts and padding included, whose gradient is computed at once;
 *     one rollout is always taken whole
 * @param head that log-probabilities are computed with
 */
public record LearnerOptions(
    AdamWOptions optimizer, double temperature, int batchTokens, HeadType head)
    implements Serializable {

  /** With a head in float32. */
  public LearnerOptions(AdamWOptions optimizer, double temperature, int batchTokens) {
    this(optimizer, temperature, batchTokens, HeadType.FLOAT32);
  }

  /**
   * For the probabilities of the model itself, whatever its rollouts are drawn with: without
   * temperature, with a head in float32.
   */
  public LearnerOptions untempered() {
    return new LearnerOptions(optimizer, 1, batchTokens);
  }
}
