package org.galton.model.llama.config;

import java.util.Collections;
import java.util.List;

/**
 * Shape of a decoder, as in a checkpoint's {@code config.json}.
 *
 * @param type member of the family
 * @param vocabulary rows of the embedding
 * @param width size of the residual stream
 * @param layers number of blocks
 * @param heads query heads
 * @param keyValueHeads key and value heads; each serves {@code heads / keyValueHeads} query heads
 * @param headWidth size of one head
 * @param feedForward size of the gated hidden layer
 * @param maxPositions {@code max_position_embeddings}; how long a sequence may be says {@link
 *     #context}
 * @param normEpsilon added to the mean square before its root
 * @param ropeTheta base of the rotary frequencies
 * @param rope how the rotary frequencies are scaled
 * @param slidingWindows for each layer the tokens that a token sees, itself included; 0 for all
 * @param tiedHead whether the output head is the embedding
 */
public record LlamaConfig(
    ModelType type,
    int vocabulary,
    int width,
    int layers,
    int heads,
    int keyValueHeads,
    int headWidth,
    int feedForward,
    int maxPositions,
    double normEpsilon,
    double ropeTheta,
    RopeScaling rope,
    List<Integer> slidingWindows,
    boolean tiedHead) {

  public LlamaConfig {
    if (heads % keyValueHeads != 0) {
      throw new IllegalArgumentException(
          "Invalid num_key_value_heads "
              + keyValueHeads
              + ": expected a divisor of num_attention_heads "
              + heads);
    }
    if (headWidth % 2 != 0) {
      throw new IllegalArgumentException(
          "Invalid head_dim " + headWidth + ": expected an even number");
    }
    if (headWidth == 2 && rope instanceof RopeScaling.Dynamic) {
      throw new IllegalArgumentException(
          "Invalid head_dim 2: expected at least 4 with rope type dynamic");
    }
    if (rope.context(maxPositions) > ConfigNode.MOST) {
      throw new IllegalArgumentException(
          "Invalid factor of the rotary scaling: a sequence of %,d tokens, expected at most %,d"
              .formatted(rope.context(maxPositions), ConfigNode.MOST));
    }
    slidingWindows = List.copyOf(slidingWindows);
    if (slidingWindows.size() != layers) {
      throw new IllegalArgumentException(
          "Invalid layer_types: " + slidingWindows.size() + " entries, expected " + layers);
    }
  }

  /** A Llama without rope scaling. */
  public LlamaConfig(
      int vocabulary,
      int width,
      int layers,
      int heads,
      int keyValueHeads,
      int headWidth,
      int feedForward,
      int maxPositions,
      double normEpsilon,
      double ropeTheta,
      boolean tiedHead) {
    this(
        ModelType.LLAMA,
        vocabulary,
        width,
        layers,
        heads,
        keyValueHeads,
        headWidth,
        feedForward,
        maxPositions,
        normEpsilon,
        ropeTheta,
        new RopeScaling.None(),
        Collections.nCopies(layers, 0),
        tiedHead);
  }

  /** Longest sequence, prompt and completion together, in tokens: {@link RopeScaling#context}. */
  public int context() {
    return rope.context(maxPositions);
  }

  /** How many tokens a token of this layer sees, itself and those just before it; 0 for all. */
  public int slidingWindow(int layer) {
    return slidingWindows.get(layer);
  }

  /** Whether a bias is added to queries, keys and values. */
  public boolean hasQueryKeyValueBias() {
    return type == ModelType.QWEN2;
  }

  /** Whether every head of queries and keys is normed before it is rotated. */
  public boolean hasQueryKeyNorm() {
    return type == ModelType.QWEN3;
  }

  /** Number of weights; a tied head counts once. */
  public long parameters() {
    long projected = (long) headWidth * (heads + 2L * keyValueHeads);
    long attention = width * projected + (long) width * headWidth * heads;
    long extra =
        (hasQueryKeyValueBias() ? projected : 0) + (hasQueryKeyNorm() ? 2L * headWidth : 0);
    long block = attention + extra + 3L * width * feedForward + 2L * width;
    return layers * block + width + (tiedHead ? 1L : 2L) * vocabulary * width;
  }
}
