package org.galton.train.policy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.AdamW;
import org.galton.train.GradientLock;
import org.galton.train.GradientRecord;
import org.galton.train.StateFile;

/**
 * Policy-gradient steps on a {@link Policy}. A step computes the log-probability of every drawn
 * token, asks the objective for its derivative by each of them, and carries that derivative back to
 * the weights:
 *
 * <pre>  gradient of the loss = - sum_t coefficient_t · gradient of ln pi(y_t)</pre>
 *
 * <p>The derivative is taken outside of the engine, so no gradient flows through a coefficient. A
 * large batch is computed in parts whose gradients add up.
 */
public final class Learner {
  private final TokenScorer scorer;
  private final AdamW optimizer;
  private final List<NDArray> weights;
  private final LearnedArrays learned;
  private int updates;

  /** Learns all weights. Its moments and tables belong to the policy. */
  public Learner(Policy policy, LearnerOptions options) {
    this(policy, options, new AllWeights(policy.weights().arrays()));
  }

  /**
   * Learns low-rank factors of projections only.
   *
   * @param seed of the factors' first numbers
   */
  public Learner(Policy policy, LearnerOptions options, LowRank form, long seed) {
    this(policy, options, new LowRankFactors(policy.manager(), policy.weights(), form, seed));
  }

  private Learner(Policy policy, LearnerOptions options, LearnedArrays learned) {
    this.weights = policy.weights().arrays();
    this.learned = learned;
    this.scorer = new TokenScorer(policy, options);
    this.optimizer = new AdamW(policy.manager(), learned.parameters(), options.optimizer());
    learned.derived().forEach(array -> array.setRequiresGradient(true));
  }

  /** One AdamW step towards a larger objective. */
  public Learned step(List<TokenTrace> rollouts, TokenObjective objective, double learningRate) {
    synchronized (GradientLock.PROCESS) {
      gradient(rollouts, objective);
      return GradientRecord.without(() -> step(learningRate));
    }
  }

  private Learned step(double learningRate) {
    try (NDManager scratch = scorer.scratch()) {
      List<NDArray> recorded = AdamW.gradients(scratch, learned.derived());
      float norm =
          optimizer.update(scratch, learned.gradients(recorded), updates + 1, learningRate);
      AdamW.forget(recorded);
      if (Float.isFinite(norm)) {
        updates++;
        learned.settle();
      }
      return new Learned(norm, fitness());
    }
  }

  /**
   * Zero times what is not finite is not zero. The arrays end with what the weights are lent to.
   */
  private Learned.Weights fitness() {
    return weights.stream().allMatch(array -> array.mul(0).sum().getFloat() == 0)
        ? Learned.Weights.FINITE
        : Learned.Weights.BROKEN;
  }

  /** Adds the loss's gradient to that of the weights. */
  void gradient(List<TokenTrace> rollouts, TokenObjective objective) {
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

  /** Weights, moments and the caller's own numbers, whole or not at all. */
  public void save(Path file, long[] owners) throws IOException {
    long[] all = Arrays.copyOf(owners, owners.length + 1);
    all[owners.length] = updates;
    new StateFile(file).save(ExactFloats.of(all), state());
  }

  /**
   * Goes back to what was saved, and returns the caller's numbers.
   *
   * @throws org.galton.spec.InvalidInput when it is of another model
   */
  public long[] restore(Path file) throws IOException {
    long[] all = ExactFloats.longs(new StateFile(file).restore(state()));
    updates = (int) all[all.length - 1];
    GradientRecord.without(learned::settle);
    return Arrays.copyOf(all, all.length - 1);
  }

  private List<NDArray> state() {
    List<NDArray> state = new ArrayList<>(learned.parameters());
    state.addAll(optimizer.state());
    return state;
  }
}
