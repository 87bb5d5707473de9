package org.galton.model.llama;

/**
 * Shape of a decoder, as in a checkpoint's {@code config.json}.
 *
 * @param vocabulary rows of the embedding
 * @param width size of the residual stream
 * @param layers number of blocks
 * @param heads query heads
 * @param keyValueHeads key and value heads; each serves {@code heads / keyValueHeads} query heads
 * @param headWidth size of one head
 * @param feedForward size of the gated hidden layer
 * @param context longest sequence, in tokens
 * @param normEpsilon added to the mean square before its root
 * @param ropeTheta base of the rotary frequencies
 * @param tiedHead whether the output head is the embedding
 */
public record LlamaConfig(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int keyValueHeads,
    int headWidth,
    int feedForward,
    int context,
    double normEpsilon,
    double ropeTheta,
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
  }

  /** Number of weights; a tied head counts once. */
  public long parameters() {
    long attention = (long) width * headWidth * (2L * heads + 2L * keyValueHeads);
    long block = attention + 3L * width * feedForward + 2L * width;
    return layers * block + width + (tiedHead ? 1L : 2L) * vocabulary * width;
  }
}
