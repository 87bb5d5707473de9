package org.galton.train.policy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.AdamW;
import org.galton.train.GradientLock;
import org.galton.train.GradientRecord;
import org.galton.train.HeldGradient;
import org.galton.train.StateFile;
import org.galton.train.WeightVector;

/** AdamW steps on a {@link Policy}, with gradients of its own or from elsewhere. */
public final class Learner {
  private final PolicyGradient gradient;
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
    this.gradient = new PolicyGradient(policy, options);
    this.optimizer = new AdamW(policy.manager(), learned.parameters(), options.optimizer());
  }

  /** One step towards a larger objective. */
  public Learned step(List<TokenTrace> rollouts, TokenObjective objective, double learningRate) {
    synchronized (GradientLock.PROCESS) {
      gradient(rollouts, objective);
      return GradientRecord.without(
          () -> {
            try (NDManager scratch = gradient.scratch()) {
              List<NDArray> held = HeldGradient.arrays(scratch, weights);
              Learned step = step(scratch, held, learningRate);
              HeldGradient.zero(held);
              return step;
            }
          });
    }
  }

  /** One step against a gradient of a loss by the weights as they are. */
  public Learned step(WeightVector given, double learningRate) {
    synchronized (GradientLock.PROCESS) {
      return GradientRecord.without(
          () -> {
            try (NDManager scratch = gradient.scratch()) {
              return step(scratch, given.arrays(scratch, weights), learningRate);
            }
          });
    }
  }

  private Learned step(NDManager scratch, List<NDArray> byWeights, double learningRate) {
    float norm = optimizer.update(scratch, learned.gradients(byWeights), updates + 1, learningRate);
    if (Float.isFinite(norm)) {
      updates++;
      learned.settle();
    }
    return new Learned(norm, fitness());
  }

  /**
   * Zero times what is not finite is not zero. The arrays end with what the weights are lent to.
   */
  private Learned.Weights fitness() {
    return weights.stream().allMatch(array -> array.mul(0).sum().getFloat() == 0)
        ? Learned.Weights.FINITE
        : Learned.Weights.BROKEN;
  }

  /** What is learned as an adapter of the start, where it is low-rank factors. */
  public Optional<LearnedAdapter> adapter() {
    return learned.adapter();
  }

  /** Adds the loss's gradient to that of the weights. */
  void gradient(List<TokenTrace> rollouts, TokenObjective objective) {
    gradient.add(rollouts, objective);
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
