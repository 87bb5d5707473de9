package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;

/**
 * The few operations a decoder is made of. A result belongs to the manager of its first operand, so
 * activations always come first and weights second: that keeps every intermediate array in the step
 * that made it.
 */
final class Ops {
  private Ops() {}

  /** Rows of the embedding for token ids [...] as [..., width]. */
  static NDArray embed(NDArray ids, NDArray embedding) {
    return ids.getNDArrayInternal()
        .embedding(ids, embedding, SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /** x Wᵀ for x [..., in] and W [out, in]. */
  static NDArray linear(NDArray x, NDArray weight) {
    return Linear.linear(x, weight).singletonOrThrow();
  }

  /** Root-mean-square norm over the last axis: x / sqrt(mean(x²) + epsilon) · w. */
  static NDArray norm(NDArray x, NDArray weight, double epsilon) {
    int last = x.getShape().dimension() - 1;
    NDArray meanSquare = x.square().mean(new int[] {last}, true);
    return x.div(meanSquare.addi(epsilon).sqrt()).mul(weight);
  }

  /** Gated hidden layer: down(silu(gate(x)) · up(x)). */
  static NDArray feedForward(NDArray x, NDArray gateUp, NDArray down, int hidden) {
    NDArray both = linear(x, gateUp);
    var parts = both.split(new long[] {hidden}, both.getShape().dimension() - 1);
    NDArray gate = parts.get(0);
    // Not Activation.swish: it multiplies by a number, see RecordedNumber.
    return linear(Activation.sigmoid(gate).mul(gate).mul(parts.get(1)), down);
  }

  /**
   * Rotary position embedding in the published half-split layout: (a, b) becomes (a cos − b sin, b
   * cos + a sin).
   *
   * @param heads [..., headWidth]
   * @param cosine broadcasts against {@code heads}
   * @param signedSine the sine, negated in the first half
   */
  static NDArray rotate(NDArray heads, NDArray cosine, NDArray signedSine) {
    var shape = heads.getShape();
    int halves = shape.dimension() - 1;
    NDArray swapped =
        heads
            .reshape(shape.slice(0, halves).addAll(new Shape(2, shape.get(halves) / 2)))
            .flip(halves)
            .reshape(shape);
    return heads.mul(cosine).add(swapped.mul(signedSine));
  }
}
