package org.galton.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.galton.model.llama.decoding.SequenceForward;
import org.galton.model.llama.torch.RecordedNumber;

/**
 * Mean cross-entropy of the completion's tokens, in nats a token; prompts and padding do not count.
 */
final class TrainingLoss {
  private TrainingLoss() {}

  static NDArray of(SequenceForward forward, Batch batch, NDManager scratch) {
    Shape shape = new Shape(batch.examples(), batch.length());
    NDArray ids = scratch.create(batch.ids(), shape);
    NDArray targets = scratch.create(batch.targets(), shape).expandDims(2);
    NDArray mask = scratch.create(batch.mask(), shape);
    NDArray logprobs = forward.logits(ids).logSoftmax(2).gather(targets, 2).squeeze(2);
    return RecordedNumber.over(logprobs.mul(mask).sum(), -batch.completionTokens());
  }
}
