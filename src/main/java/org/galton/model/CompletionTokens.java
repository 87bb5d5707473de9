package org.galton.model;

import java.io.Serializable;

/**
 * A completion token by token. Arrays are the reader's.
 *
 * @param prompt ids of the prompt's tokens
 * @param ids of the tokens drawn, the end token included
 * @param logprobs of each drawn token, its natural-log probability under the distribution that it
 *     was drawn from, after temperature and filters; at temperature 0, where nothing is left to
 *     chance, under the model's own
 * @param entropies of the next-token distribution before temperature and filters at each drawn
 *     token, in nats
 */
public record CompletionTokens(int[] prompt, int[] ids, float[] logprobs, float[] entropies)
    implements Serializable {
  /** Of a model that does not tell them. */
  public static final CompletionTokens UNKNOWN =
      new CompletionTokens(new int[0], new int[0], new float[0], new float[0]);

  /** Whether the model told them: no completion is without a token. */
  public boolean isKnown() {
    return ids.length > 0;
  }
}
