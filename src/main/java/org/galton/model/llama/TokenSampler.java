package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.galton.model.Sampling;

/**
 * Draws one token a slot on the device by inverting the cumulative distribution at a given uniform
 * number. Reports the log-probability and the entropy of the model's own distribution, before
 * temperature and filters.
 */
final class TokenSampler {
  private final Sampling sampling;
  private final boolean filtered;

  TokenSampler(Sampling sampling) {
    this.sampling = sampling;
    this.filtered = sampling.topK() > 0 || sampling.topP() < 1 || sampling.minP() > 0;
  }

  /**
   * Drawn tokens of one step, by slot.
   *
   * @param logprobs natural logarithms of the untempered probabilities
   * @param entropies of the untempered distributions, in nats
   */
  record Drawn(float[] tokens, float[] logprobs, float[] entropies) {}

  /**
   * @param logits [slots, vocabulary]
   * @param uniforms one number in [0, 1) a slot
   */
  Drawn draw(NDManager scratch, NDArray logits, float[] uniforms) {
    NDArray logprobs = logits.logSoftmax(1);
    NDArray probabilities = logprobs.exp();
    NDArray entropies = probabilities.mul(logprobs).sum(new int[] {1}, true).neg();
    NDArray tokens = tokens(scratch, logits, probabilities, uniforms);
    NDArray chosen = logprobs.gather(tokens, 1);
    float[] packed =
        NDArrays.concat(new NDList(tokens.toType(DataType.FLOAT32, false), chosen, entropies), 1)
            .transpose()
            .toFloatArray();
    int slots = uniforms.length;
    return new Drawn(
        Arrays.copyOfRange(packed, 0, slots),
        Arrays.copyOfRange(packed, slots, 2 * slots),
        Arrays.copyOfRange(packed, 2 * slots, 3 * slots));
  }

  private NDArray tokens(
      NDManager scratch, NDArray logits, NDArray probabilities, float[] uniforms) {
    if (sampling.temperature() == 0) {
      return logits.argMax(1).expandDims(1);
    }
    NDArray at = scratch.create(uniforms, new Shape(uniforms.length, 1));
    NDArray tempered =
        sampling.temperature() == 1
            ? probabilities
            : logits.div((float) sampling.temperature()).softmax(1);
    if (!filtered) {
      return invert(tempered, at);
    }
    NDArray order = tempered.neg().argSort(1, true);
    NDArray sorted = tempered.gather(order, 1);
    return order.gather(invert(sorted.mul(kept(scratch, sorted)), at), 1);
  }

  /**
   * Index [slots, 1] of the first entry whose cumulative mass exceeds the given share of the whole.
   */
  private static NDArray invert(NDArray mass, NDArray at) {
    long last = mass.getShape().get(1) - 1;
    NDArray cumulative = mass.cumSum(1);
    NDArray goal = cumulative.get(":, {}:", last).mul(at);
    return cumulative
        .lte(goal)
        .toType(DataType.INT64, false)
        .sum(new int[] {1}, true)
        .minimum(last);
  }

  /**
   * 1 for the entries that the filters keep of probabilities sorted from the largest, else 0; the
   * first is always kept.
   */
  private NDArray kept(NDManager scratch, NDArray sorted) {
    NDArray kept = sorted.onesLike();
    if (sampling.topK() > 0) {
      NDArray rank = scratch.arange(0, sorted.getShape().get(1), 1, DataType.FLOAT32);
      kept = kept.mul(rank.lt(sampling.topK()).toType(DataType.FLOAT32, false));
    }
    if (sampling.topP() < 1) {
      NDArray top = sorted.mul(kept);
      NDArray before = top.cumSum(1).sub(top);
      NDArray whole = top.sum(new int[] {1}, true);
      kept =
          kept.mul(before.lt(whole.mul((float) sampling.topP())).toType(DataType.FLOAT32, false));
    }
    if (sampling.minP() > 0) {
      NDArray least = sorted.get(":, 0:1").mul((float) sampling.minP());
      kept = kept.mul(sorted.gte(least).toType(DataType.FLOAT32, false));
    }
    return kept;
  }
}
