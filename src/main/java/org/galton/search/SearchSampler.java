package org.galton.search;

import java.io.Serializable;

/** A way to draw a completion that is not token after token to its end. */
public sealed interface SearchSampler extends Serializable permits BlockSampler, AdaptiveSampler {
  /** The word that specs and tables know it by. */
  String kind();

  /** Tokens of a block; {@code maxTokens} for whole completions. */
  int block(int maxTokens);

  /** Where the values come from that it goes by, if it goes by any. */
  ValueSource values();

  /** Whether it asks for values of partial completions, or for verdicts only. */
  boolean needsValues(int maxTokens);

  /**
   * Whether its completions follow another law than the one that it aims at: it takes the best of
   * some, or stops before the law is reached.
   */
  boolean isBiased();

  /** Settings with spaces between, in which everything stands that shapes its law. */
  String settings(int maxTokens);

  /** Blocks that one rollout draws at most. */
  double mostBlocks(int maxTokens);

  /** Blocks beside these that are drawn at most once for all rollouts of a prompt in a shard. */
  default double mostSharedBlocks() {
    return 0;
  }
}
