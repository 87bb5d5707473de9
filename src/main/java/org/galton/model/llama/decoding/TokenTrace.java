package org.galton.model.llama.decoding;

import java.io.Serializable;
import java.util.Arrays;
import org.galton.model.CompletionTokens;
import org.galton.model.Request;

/**
 * A completion token by token, as a learner needs it. Arrays are the reader's.
 *
 * @param prompt ids of the prompt's tokens
 * @param tokens ids drawn, the end token included
 * @param logprobs of each drawn token, its natural-log probability under the distribution that it
 *     was drawn from, after temperature and filters; at temperature 0 under the model's own
 * @param entropies of the next-token distribution before temperature at each drawn token, in nats
 * @param insertedFrom place of the first token that an interruption put in; it has neither
 *     log-probability nor entropy, but 0
 * @param insertedTo place after the last one; the same where there is none
 */
public record TokenTrace(
    Request request,
    long[] prompt,
    long[] tokens,
    float[] logprobs,
    float[] entropies,
    int insertedFrom,
    int insertedTo)
    implements Serializable {

  /** All of it was drawn. */
  public TokenTrace(
      Request request, long[] prompt, long[] tokens, float[] logprobs, float[] entropies) {
    this(request, prompt, tokens, logprobs, entropies, tokens.length, tokens.length);
  }

  /** Of a completion that tells its tokens, all of which were drawn. */
  public static TokenTrace of(Request request, CompletionTokens told) {
    return new TokenTrace(
        request, wide(told.prompt()), wide(told.ids()), told.logprobs(), told.entropies());
  }

  private static long[] wide(int[] ids) {
    return Arrays.stream(ids).asLongStream().toArray();
  }

  public boolean isInterrupted() {
    return insertedTo > insertedFrom;
  }

  /** How many tokens were drawn. */
  public int drawnTokens() {
    return tokens.length - (insertedTo - insertedFrom);
  }

  /** For those who need no more than what was drawn. */
  public CompletionTokens completionTokens() {
    return new CompletionTokens(whole(prompt), whole(tokens), logprobs, entropies);
  }

  private static int[] whole(long[] ids) {
    return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
  }

  /** Of the values of all tokens those of the drawn ones. */
  public float[] drawn(float[] values) {
    if (!isInterrupted()) {
      return values;
    }
    float[] drawn = Arrays.copyOf(values, drawnTokens());
    System.arraycopy(values, insertedTo, drawn, insertedFrom, values.length - insertedTo);
    return drawn;
  }

  /** Of the values of drawn tokens those of all, 0 where a token was put in. */
  public double[] masked(double[] drawn) {
    double[] values = Arrays.copyOf(drawn, tokens.length);
    System.arraycopy(drawn, insertedFrom, values, insertedTo, tokens.length - insertedTo);
    Arrays.fill(values, insertedFrom, insertedTo, 0);
    return values;
  }
}
