package org.galton.bench;

import org.galton.model.llama.config.LlamaConfig;

/**
 * What a cell cannot do without, in operations and in bytes of float32.
 *
 * <p>Operations are those of matrix products: with P the weights in products (all but embedding and
 * norms, the head included), L blocks, H heads of width D, a token that sees c tokens costs
 *
 * <pre>2 P + 4 L H D c</pre>
 *
 * and the prompt, computed once for all rollouts, the same sum over its tokens without the head.
 * Bytes are read from memory if no cache keeps them: in each step of each loop the weights in
 * products once, and of every slot the keys and values that its token sees, those of a shared
 * prompt once for all slots of the loop.
 */
record DecodeWork(LlamaConfig config) {

  /** P: numbers in the weights that a drawn token is multiplied by. */
  long productWeights() {
    return blockWeights() + (long) config.vocabulary() * config.width();
  }

  private long blockWeights() {
    long projected = (config.heads() + 2L * config.keyValueHeads()) * config.headWidth();
    long mixed = (long) config.heads() * config.headWidth();
    return (long) config.layers()
        * config.width()
        * (projected + mixed + 3L * config.feedForward());
  }

  /** Keys and values of one token in all blocks, in bytes. */
  long keyValueBytes() {
    return 2L * config.layers() * config.keyValueHeads() * config.headWidth() * Float.BYTES;
  }

  double operations(DecodeCell cell) {
    int prompt = cell.promptTokens();
    double seen = 0;
    for (int t = 0; t < cell.newTokens(); t++) {
      seen += seenInAllBlocks(prompt + t);
    }
    double ofPrompt = 2.0 * blockWeights() * (prompt - 1);
    for (int c = 1; c < prompt; c++) {
      ofPrompt += attention(seenInAllBlocks(c));
    }
    double ofRollout = 2.0 * productWeights() * cell.newTokens() + attention(seen);
    return ofPrompt + cell.rollouts() * ofRollout;
  }

  private double attention(double seenInAllBlocks) {
    return 4.0 * config.heads() * config.headWidth() * seenInAllBlocks;
  }

  /** Tokens that a token after {@code context - 1} others sees, itself included, block by block. */
  private long seenInAllBlocks(int context) {
    long seen = 0;
    for (int layer = 0; layer < config.layers(); layer++) {
      int window = config.slidingWindow(layer);
      seen += window == 0 ? context : Math.min(window, context);
    }
    return seen;
  }

  /**
   * @param steps of each loop
   */
  double bytes(DecodeCell cell, long steps) {
    double ofBlock = (double) keyValueBytes() / config.layers();
    double own = 0;
    double ofPrompt = 0;
    for (int t = 0; t < cell.newTokens(); t++) {
      long ownSeen = seenInAllBlocks(t + 1);
      own += ownSeen;
      ofPrompt += seenInAllBlocks(cell.promptTokens() + t) - ownSeen;
    }
    double weights = (double) cell.crew().loops() * steps * productWeights() * Float.BYTES;
    double readings =
        cell.way() == Way.SHARED
            ? (double) cell.crew().loops() * steps / cell.newTokens()
            : cell.rollouts();
    return weights + ofBlock * (cell.rollouts() * own + readings * ofPrompt);
  }

  /** Keys and values that lie in memory at once. */
  long cacheBytes(DecodeCell cell) {
    long slots = 0;
    for (int loop = 0; loop < cell.crew().loops(); loop++) {
      slots += cell.slotsOf(loop);
    }
    // Each loop computes the prompt for itself before any slot copies it.
    long prompts = (long) cell.crew().loops() * (cell.promptTokens() - 1);
    long copies = cell.way() == Way.COPIED ? slots * (cell.promptTokens() - 1) : 0;
    return keyValueBytes() * (prompts + copies + slots * cell.newTokens());
  }
}
