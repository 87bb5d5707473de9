package org.galton.model.llama.weights;

import java.util.List;
import java.util.Optional;

/** Low-rank parts beside the matrices of one {@link LlamaWeights.Block}, where there are any. */
public record LowRankBlock(
    Optional<LowRankProduct> queryKeyValue,
    Optional<LowRankProduct> attentionOutput,
    Optional<LowRankProduct> gateUp,
    Optional<LowRankProduct> down) {
  public static final LowRankBlock NONE =
      new LowRankBlock(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** In the order of the matrices. */
  public List<Optional<LowRankProduct>> products() {
    return List.of(queryKeyValue, attentionOutput, gateUp, down);
  }
}
