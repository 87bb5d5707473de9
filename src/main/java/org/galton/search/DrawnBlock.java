package org.galton.search;

/**
 * A block as it was drawn.
 *
 * @param tokens of the block
 * @param entropy mean over its tokens of the entropy of the next-token distribution, in nats
 * @param cut whether it came to the limit of its completion's length, and to no end
 */
public record DrawnBlock(int tokens, double entropy, boolean cut) {
  static final DrawnBlock UNKNOWN = new DrawnBlock(0, 0, false);
}
