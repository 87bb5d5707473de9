package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.stream.IntStream;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.RecordedCast;
import org.galton.model.llama.torch.RecordedNumber;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.spec.InvalidInput;

/**
 * Runs whole sequences through the decoder at once, each token seeing itself and those before it,
 * and records gradients: training. TorchScript calls record none, so this repeats in array
 * operations what {@code decoder.py} does, for the architecture that is trained here.
 */
public final class SequenceForward {
  private final LlamaWeights weights;
  private final LlamaConfig config;
  private final HeadType head;
  private final RotaryTable rotary;

  /** Tables belong to {@code manager}; the weights stay their owner's. */
  public SequenceForward(NDManager manager, LlamaWeights weights, HeadType head) {
    this.weights = weights;
    this.head = head;
    this.config = weights.config();
    this.rotary = new RotaryTable(manager, config);
  }

  /**
   * @param name what an error calls the model
   * @throws InvalidInput when the architecture has parts that are not trained here
   */
  public static void requireSupported(LlamaConfig config, String name) {
    boolean slides =
        IntStream.range(0, config.layers()).anyMatch(layer -> config.slidingWindow(layer) > 0);
    if (config.hasQueryKeyValueBias() || config.hasQueryKeyNorm() || slides) {
      throw new InvalidInput(
          "Cannot train model %s: it has %s; expected a Llama without them"
              .formatted(
                  name,
                  config.hasQueryKeyValueBias()
                      ? "biases of queries, keys and values"
                      : config.hasQueryKeyNorm()
                          ? "norms of queries and keys"
                          : "sliding windows"));
    }
  }

  /** Logits [sequences, tokens, vocabulary] in float32 of token ids [sequences, tokens]. */
  public NDArray logits(NDArray ids) {
    NDArray normed = Ops.norm(hidden(ids), weights.finalNorm(), config.normEpsilon());
    return switch (head) {
      case FLOAT32 -> Ops.linear(normed, weights.head());
      case BFLOAT16 ->
          RecordedCast.toFloat32(
              Ops.linear(
                  bfloat16(ids.getManager(), normed), bfloat16(ids.getManager(), weights.head())));
    };
  }

  private NDArray bfloat16(NDManager scratch, NDArray x) {
    return RecordedCast.toBfloat16(weights.script(), scratch, x);
  }

  /** Residual stream [sequences, tokens, width] after the last block. */
  private NDArray hidden(NDArray ids) {
    long tokens = ids.getShape().get(1);
    NDManager scratch = ids.getManager();
    NDArray mask = causalMask(scratch, tokens);
    RotaryTable.Rows rows = rotary.sequence(scratch, 0, (int) tokens, (int) tokens);
    NDArray cosine = rows.cosine().expandDims(1);
    NDArray sine = rows.sine().expandDims(1);
    NDArray x = Ops.embed(ids, weights.embedding());
    for (LlamaWeights.Block block : weights.blocks()) {
      NDArray normed = Ops.norm(x, block.attentionNorm(), config.normEpsilon());
      x = x.add(attention(normed, block, mask, cosine, sine));
      NDArray gated = Ops.norm(x, block.feedForwardNorm(), config.normEpsilon());
      x = x.add(Ops.feedForward(gated, block.gateUp(), block.down(), config.feedForward()));
    }
    return x;
  }

  private NDArray attention(
      NDArray x, LlamaWeights.Block block, NDArray mask, NDArray cosine, NDArray sine) {
    long sequences = x.getShape().get(0);
    long tokens = x.getShape().get(1);
    long queries = config.heads();
    long keys = config.keyValueHeads();
    long group = queries / keys;
    long width = config.headWidth();

    NDArray heads =
        Ops.linear(x, block.queryKeyValue()).reshape(sequences, tokens, queries + 2 * keys, width);
    NDList parts = heads.split(new long[] {queries + keys}, 2);
    NDList rotated = Ops.rotate(parts.get(0), cosine, sine).split(new long[] {queries}, 2);
    NDArray query =
        rotated.get(0).transpose(0, 2, 1, 3).reshape(sequences * keys, group * tokens, width);
    NDArray key = rotated.get(1).transpose(0, 2, 1, 3).reshape(sequences * keys, tokens, width);
    NDArray value = parts.get(1).transpose(0, 2, 1, 3).reshape(sequences * keys, tokens, width);

    NDArray scores =
        RecordedNumber.times(query, 1 / Math.sqrt(width))
            .batchMatMul(key.transpose(0, 2, 1))
            .reshape(sequences * keys, group, tokens, tokens)
            .add(mask)
            .softmax(3)
            .reshape(sequences * keys, group * tokens, tokens);
    NDArray mixed =
        scores
            .batchMatMul(value)
            .reshape(sequences, queries, tokens, width)
            .transpose(0, 2, 1, 3)
            .reshape(sequences, tokens, queries * width);
    return Ops.linear(mixed, block.attentionOutput());
  }

  /** [tokens, tokens]: nothing up to the diagonal, a large negative number above it. */
  private static NDArray causalMask(NDManager scratch, long tokens) {
    NDArray columns = scratch.arange(0, tokens, 1, DataType.FLOAT32);
    return columns.expandDims(1).lt(columns).toType(DataType.FLOAT32, false).muli(-1e9f);
  }
}
