package org.galton.train.policy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.GradientLock;
import org.galton.train.HeldGradient;
import org.galton.train.WeightVector;

/**
 * The gradient of a loss by a policy's weights. The log-probability of every drawn token is
 * computed, the objective is asked for its derivative by each of them, and that derivative is
 * carried back to the weights:
 *
 * <pre>  gradient of the loss = - sum_t coefficient_t · gradient of ln pi(y_t)</pre>
 *
 * <p>The derivative is taken outside of the engine, so no gradient flows through a coefficient. A
 * large batch is computed in parts whose gradients add up.
 */
public final class PolicyGradient {
  private final TokenScorer scorer;
  private final List<NDArray> parameters;

  /** Its tables belong to the policy. */
  public PolicyGradient(Policy policy, LearnerOptions options) {
    this.scorer = new TokenScorer(policy, options);
    this.parameters = policy.weights().arrays();
    parameters.forEach(array -> array.setRequiresGradient(true));
  }

  /** Of these rollouts alone, whatever was computed or broken off before. */
  public WeightVector of(List<TokenTrace> rollouts, TokenObjective objective) {
    synchronized (GradientLock.PROCESS) {
      try (NDManager scratch = scorer.scratch()) {
        HeldGradient.clear(scratch, parameters);
        add(rollouts, objective);
        return HeldGradient.values(scratch, parameters);
      }
    }
  }

  /** Adds to what the weights hold; under the lock of gradients. */
  void add(List<TokenTrace> rollouts, TokenObjective objective) {
    for (TraceBatch part : scorer.parts(rollouts)) {
      try (NDManager scratch = scorer.scratch();
          GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray logprobs = scorer.logprobs(part, scratch);
        float[] coefficients = coefficients(part, rollouts, logprobs.toFloatArray(), objective);
        NDArray weight = scratch.create(coefficients, logprobs.getShape());
        collector.backward(logprobs.mul(weight).sum().neg());
      }
    }
  }

  private static float[] coefficients(
      TraceBatch part, List<TokenTrace> rollouts, float[] logprobs, TokenObjective objective) {
    float[] all = new float[logprobs.length];
    for (int row = 0; row < part.rollouts().size(); row++) {
      int rollout = part.rollouts().get(row);
      TokenTrace trace = rollouts.get(rollout);
      double[] own = objective.coefficients(rollout, TokenScorer.drawn(part, row, trace, logprobs));
      int first = row * part.length() + TraceBatch.first(trace);
      for (int t = 0; t < own.length; t++) {
        all[first + t] = (float) own[t];
      }
    }
    return all;
  }

  /** An owner of intermediate arrays, which the weights are lent to. */
  NDManager scratch() {
    return scorer.scratch();
  }
}
