package org.galton.search;

/** A sampler whose rollouts are each a search of their own, from block to block. */
public sealed interface BlockSampler extends SearchSampler
    permits BacktrackingSampler, OneWaySampler, TreeSampler {
  /** A search of one rollout. */
  <S> Search<S> start(S root, long seed, int maxTokens);
}
