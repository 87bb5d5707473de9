package org.galton.model;

/**
 * Reads what a model makes of a text, layer by layer: for lenses, probes and routers. Layer 0 is
 * the embedding, layer l the residual stream after block l. It computes a whole text by itself, and
 * drawing does not pass through here. One instance serves one thread.
 */
public interface LayerStates extends AutoCloseable {
  /** Blocks of the model: the number of its last layer. */
  int layers();

  /** Token ids of a text as of a prompt. */
  int[] encode(String text);

  /** Token ids of a text that stands within another. */
  int[] encodeWithin(String text);

  /**
   * The residual stream at the last tokens of a text.
   *
   * @param ids at least one, at most the model's context
   * @param last how many tokens at the end, from 1 to all
   * @param fuzz noise on the way; its layer is one of the model's
   * @return [layer][token][number]
   */
  float[][][] residuals(int[] ids, int last, Fuzz fuzz);

  /**
   * The logit lens at the last tokens of a text: the final norm and the unembedding of every
   * layer's residual stream, as natural-log probabilities. At the last layer it is the model's own
   * distribution.
   *
   * @param asked tokens whose probabilities are told
   * @return [layer][token][asked]
   */
  float[][][] lens(int[] ids, int last, int[] asked, Fuzz fuzz);

  /**
   * Cosines between the residual stream at the last tokens and embeddings of tokens.
   *
   * @return [layer][token][asked]
   */
  float[][][] cosines(int[] ids, int last, int[] asked, Fuzz fuzz);

  @Override
  void close();
}
