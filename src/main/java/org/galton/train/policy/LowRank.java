package org.galton.train.policy;

import java.util.List;

/**
 * Low-rank adaptation (LoRA; Hu and others, arXiv 2106.09685): of each target W, [out, in], only
 * the factors B, [out, rank], and A, [rank, in], of W + (alpha / rank) B A are learned.
 *
 * @param rank columns of B and rows of A
 * @param alpha the factors' product is scaled by alpha / rank
 * @param targets projections of every block, such as {@code q_proj}
 */
public record LowRank(int rank, double alpha, List<String> targets) {
  /** All projections of a block. */
  public static final List<String> PROJECTIONS =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

  public LowRank {
    targets = List.copyOf(targets);
    if (rank < 1 || !(alpha > 0) || !PROJECTIONS.containsAll(targets) || targets.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid low-rank adaptation: rank %d, alpha %s, targets %s; expected a rank of 1 or more, an alpha above 0 and some of %s"
              .formatted(rank, alpha, targets, PROJECTIONS));
    }
  }

  float scale() {
    return (float) (alpha / rank);
  }
}
