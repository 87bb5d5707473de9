package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.List;

/** Feeds one token a slot through the decoder. */
final class StepForward {
  private static final float HIDDEN = -1e9f;

  private final LlamaWeights weights;
  private final LlamaConfig config;
  private final RotaryTable rotary;
  private final NDArray columns;

  StepForward(NDManager manager, LlamaWeights weights) {
    this.weights = weights;
    this.config = weights.config();
    this.rotary = RotaryTable.of(manager, config);
    this.columns = manager.arange(0, config.context(), 1, DataType.FLOAT32);
  }

  /**
   * Logits [slots, vocabulary] after the tokens at their positions, whose keys and values are
   * written to the cache.
   */
  NDArray logits(
      NDManager scratch, KeyValueCache cache, long[] tokens, long[] positions, int window) {
    NDArray ids = scratch.create(tokens);
    NDArray at = scratch.create(positions);
    NDIndex rows = cache.rows(scratch, positions);
    NDArray cosine = Ops.embed(at, rotary.cosine()).expandDims(1);
    NDArray sine = Ops.embed(at, rotary.signedSine()).expandDims(1);
    NDArray mask = mask(scratch, at, window);
    List<KeyValueCache.Window> views = cache.window(window);

    NDArray x = Ops.embed(ids, weights.embedding());
    for (int layer = 0; layer < config.layers(); layer++) {
      LlamaWeights.Block block = weights.blocks().get(layer);
      NDArray normed = Ops.norm(x, block.attentionNorm(), config.normEpsilon());
      NDList parts =
          Ops.linear(normed, block.queryKeyValue())
              .reshape(
                  tokens.length, config.heads() + 2L * config.keyValueHeads(), config.headWidth())
              .split(new long[] {config.heads() + config.keyValueHeads()}, 1);
      NDList rotated = Ops.rotate(parts.get(0), cosine, sine).split(new long[] {config.heads()}, 1);
      cache.write(layer, rows, perHead(rotated.get(1)), perHead(parts.get(1)));
      NDArray mixed = attend(rotated.get(0), views.get(layer), mask, window);
      x = x.add(Ops.linear(mixed, block.attentionOutput()));
      NDArray gated = Ops.norm(x, block.feedForwardNorm(), config.normEpsilon());
      x = x.add(Ops.feedForward(gated, block.gateUp(), block.down(), config.feedForward()));
    }
    return Ops.linear(Ops.norm(x, weights.finalNorm(), config.normEpsilon()), weights.head());
  }

  /**
   * Attention of query heads [slots, heads, headWidth] over the window; query heads that share a
   * key head go side by side.
   */
  private NDArray attend(NDArray query, KeyValueCache.Window cached, NDArray mask, int window) {
    long slots = query.getShape().get(0);
    long keys = config.keyValueHeads();
    long group = config.heads() / keys;
    NDArray scores =
        query
            .mul(1 / Math.sqrt(config.headWidth()))
            .reshape(slots * keys, group, config.headWidth())
            .batchMatMul(cached.keys())
            .reshape(slots, config.heads(), window)
            .addi(mask)
            .softmax(2)
            .reshape(slots * keys, group, window);
    return scores
        .batchMatMul(cached.values())
        .reshape(slots, (long) config.heads() * config.headWidth());
  }

  private NDArray perHead(NDArray heads) {
    return heads.reshape(-1, config.headWidth());
  }

  /** [slots, 1, window]: nothing up to a slot's own position, a large negative number after it. */
  private NDArray mask(NDManager scratch, NDArray positions, int window) {
    NDArray seen = columns.get(new NDIndex().addSliceDim(0, window));
    seen.attach(scratch);
    return positions
        .toType(DataType.FLOAT32, false)
        .expandDims(1)
        .lt(seen)
        .toType(DataType.FLOAT32, false)
        .muli(HIDDEN)
        .expandDims(1);
  }
}
