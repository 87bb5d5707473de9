package org.galton.train;

/**
 * Shape of a decoder of the Llama family.
 *
 * @param layers number of blocks
 * @param width length of a hidden state; an even multiple of {@code heads}
 * @param heads number of query heads; a multiple of {@code keyValueHeads}
 * @param keyValueHeads number of key and value heads
 * @param feedForward inner width of the gated feed-forward network
 * @param context longest prompt and completion together, in tokens
 */
public record Architecture(
    int layers, int width, int heads, int keyValueHeads, int feedForward, int context) {

  public Architecture {
    // Rotary embeddings turn the features of a head in pairs.
    if (width % (2 * heads) != 0) {
      throw new IllegalArgumentException(
          "Invalid width " + width + ": expected an even multiple of the " + heads + " heads");
    }
    if (heads % keyValueHeads != 0) {
      throw new IllegalArgumentException(
          "Invalid key_value_heads "
              + keyValueHeads
              + ": expected a divisor of the "
              + heads
              + " heads");
    }
  }
}
