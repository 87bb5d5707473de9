package org.galton.train.policy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.galton.model.llama.decoding.SequenceForward;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.model.llama.torch.RecordedNumber;
import org.galton.train.GradientRecord;

/** Log-probabilities of drawn tokens under a policy, which need not be the one that drew them. */
public final class TokenScorer {
  private final Policy policy;
  private final double temperature;
  private final int batchTokens;
  private final SequenceForward forward;

  /** Its tables belong to the policy. */
  public TokenScorer(Policy policy, LearnerOptions options) {
    this.policy = policy;
    this.temperature = options.temperature();
    this.batchTokens = options.batchTokens();
    this.forward = new SequenceForward(policy.manager(), policy.weights(), options.head());
  }

  /** Of the drawn tokens of each rollout, tempered as they were drawn. */
  public List<float[]> logprobs(List<TokenTrace> rollouts) {
    return GradientRecord.without(() -> unrecorded(rollouts));
  }

  private List<float[]> unrecorded(List<TokenTrace> rollouts) {
    float[][] found = new float[rollouts.size()][];
    for (TraceBatch part : parts(rollouts)) {
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

  List<TraceBatch> parts(List<TokenTrace> rollouts) {
    return TraceBatch.parts(rollouts, batchTokens);
  }

  /** [rollouts, length], with anything where no drawn token is predicted. */
  NDArray logprobs(TraceBatch part, NDManager scratch) {
    Shape shape = new Shape(part.rollouts().size(), part.length());
    NDArray ids = scratch.create(part.ids(), shape);
    NDArray targets = scratch.create(part.targets(), shape).expandDims(2);
    NDArray logits = forward.logits(ids);
    NDArray tempered = temperature == 1 ? logits : RecordedNumber.over(logits, temperature);
    return tempered.logSoftmax(2).gather(targets, 2).squeeze(2);
  }

  static float[] drawn(TraceBatch part, int row, TokenTrace trace, float[] all) {
    int first = row * part.length() + TraceBatch.first(trace);
    return Arrays.copyOfRange(all, first, first + trace.tokens().length);
  }

  /** An owner of arrays that end with it. */
  NDManager owner() {
    return policy.manager().newSubManager();
  }

  /** An owner of intermediate arrays, which the weights are lent to. */
  NDManager scratch() {
    NDManager scratch = owner();
    scratch.tempAttachAll(policy.weights().arrays().toArray(NDResource[]::new));
    return scratch;
  }
}
