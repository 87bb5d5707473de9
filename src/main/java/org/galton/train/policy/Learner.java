package org.galton.train.policy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.llama.decoding.SequenceForward;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.AdamW;
import org.galton.train.GradientLock;
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
  private final Policy policy;
  private final LearnerOptions options;
  private final SequenceForward forward;
  private final AdamW optimizer;
  private final List<NDArray> parameters;
  private int updates;

  /** Its moments and tables belong to the policy. */
  public Learner(Policy policy, LearnerOptions options) {
    this.policy = policy;
    this.options = options;
    this.parameters = policy.weights().arrays();
    this.forward = new SequenceForward(policy.manager(), policy.weights());
    this.optimizer = new AdamW(policy.manager(), parameters, options.optimizer());
    parameters.forEach(array -> array.setRequiresGradient(true));
  }

  /** One AdamW step towards a larger objective. */
  public Learned step(List<TokenTrace> rollouts, TokenObjective objective, double learningRate) {
    synchronized (GradientLock.PROCESS) {
      gradient(rollouts, objective);
      try (NDManager scratch = scratch()) {
        float norm = optimizer.update(scratch, updates + 1, learningRate);
        if (Float.isFinite(norm)) {
          updates++;
        }
        return new Learned(norm);
      }
    }
  }

  /** Adds the loss's gradient to that of the weights. */
  void gradient(List<TokenTrace> rollouts, TokenObjective objective) {
    for (TraceBatch part : TraceBatch.parts(rollouts, options.batchTokens())) {
      try (NDManager scratch = scratch();
          GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray logprobs = logprobs(part, scratch);
        float[] coefficients = coefficients(part, rollouts, logprobs.toFloatArray(), objective);
        NDArray weight = scratch.create(coefficients, logprobs.getShape());
        collector.backward(logprobs.mul(weight).sum().neg());
      }
    }
  }

  /** Log-probabilities of the drawn tokens of each rollout under the policy as it is now. */
  public List<float[]> logprobs(List<TokenTrace> rollouts) {
    float[][] found = new float[rollouts.size()][];
    for (TraceBatch part : TraceBatch.parts(rollouts, options.batchTokens())) {
      try (NDManager scratch = scratch()) {
        float[] all = logprobs(part, scratch).toFloatArray();
        for (int row = 0; row < part.rollouts().size(); row++) {
          int rollout = part.rollouts().get(row);
          found[rollout] = drawn(part, row, rollouts.get(rollout), all);
        }
      }
    }
    return List.of(found);
  }

  /** [rollouts, length], with anything where no drawn token is predicted. */
  private NDArray logprobs(TraceBatch part, NDManager scratch) {
    Shape shape = new Shape(part.rollouts().size(), part.length());
    NDArray ids = scratch.create(part.ids(), shape);
    NDArray targets = scratch.create(part.targets(), shape).expandDims(2);
    NDArray logits = forward.logits(ids);
    NDArray tempered =
        options.temperature() == 1 ? logits : logits.div((float) options.temperature());
    return tempered.logSoftmax(2).gather(targets, 2).squeeze(2);
  }

  private static float[] coefficients(
      TraceBatch part, List<TokenTrace> rollouts, float[] logprobs, TokenObjective objective) {
    float[] all = new float[logprobs.length];
    for (int row = 0; row < part.rollouts().size(); row++) {
      int rollout = part.rollouts().get(row);
      TokenTrace trace = rollouts.get(rollout);
      double[] own = objective.coefficients(rollout, drawn(part, row, trace, logprobs));
      int first = row * part.length() + TraceBatch.first(trace);
      for (int t = 0; t < own.length; t++) {
        all[first + t] = (float) own[t];
      }
    }
    return all;
  }

  private static float[] drawn(TraceBatch part, int row, TokenTrace trace, float[] all) {
    int first = row * part.length() + TraceBatch.first(trace);
    return Arrays.copyOfRange(all, first, first + trace.tokens().length);
  }

  private NDManager scratch() {
    NDManager scratch = policy.manager().newSubManager();
    scratch.tempAttachAll(parameters.toArray(NDResource[]::new));
    return scratch;
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
    return Arrays.copyOf(all, all.length - 1);
  }

  private List<NDArray> state() {
    List<NDArray> state = new ArrayList<>(parameters);
    state.addAll(optimizer.state());
    return state;
  }
}
