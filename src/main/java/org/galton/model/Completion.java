package org.galton.model;

/**
 * A drawn continuation.
 *
 * @param text the continuation without the prompt, the end token or the stop string
 * @param finish whether the model ended it or the token limit did
 * @param promptTokens tokens of the prompt; {@link #UNKNOWN} where a server does not say
 * @param completionTokens tokens drawn or put in, the end token included; {@link #UNKNOWN} where a
 *     server does not say
 * @param logprobSum sum over drawn tokens of the natural-log probability under the untempered,
 *     unfiltered model, in nats
 * @param entropyMean mean over drawn tokens of the entropy of the untempered next-token
 *     distribution, in nats
 * @param seconds from the slot's start to its end; slots run side by side, so these do not add up
 *     to wall time
 * @param tokens one by one, where the model tells them
 */
public record Completion(
    Request request,
    String text,
    Finish finish,
    int promptTokens,
    int completionTokens,
    double logprobSum,
    double entropyMean,
    double seconds,
    CompletionTokens tokens)
    implements Outcome {
  /** In place of a number of tokens that nobody knows. */
  public static final int UNKNOWN = -1;

  /** Of a model that does not tell the tokens one by one. */
  public Completion(
      Request request,
      String text,
      Finish finish,
      int promptTokens,
      int completionTokens,
      double logprobSum,
      double entropyMean,
      double seconds) {
    this(
        request,
        text,
        finish,
        promptTokens,
        completionTokens,
        logprobSum,
        entropyMean,
        seconds,
        CompletionTokens.UNKNOWN);
  }

  /** The same with its tokens. */
  public Completion with(CompletionTokens told) {
    return new Completion(
        request,
        text,
        finish,
        promptTokens,
        completionTokens,
        logprobSum,
        entropyMean,
        seconds,
        told);
  }

  /** Tokens drawn as far as they are known, for sums of work done. */
  public int countedTokens() {
    return Math.max(0, completionTokens);
  }

  /** Why a completion ended. */
  public enum Finish {
    /** An end token or a stop string. */
    STOP,
    /** The token limit or the model's context length. */
    LENGTH
  }
}
