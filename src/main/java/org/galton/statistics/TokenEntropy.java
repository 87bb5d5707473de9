package org.galton.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Entropy of the policy as sampled, in nats per token.
 *
 * <pre>
 *  token mean    = -sum logprob / sum tokens
 *  sequence mean = mean of -logprob_sum / tokens
 * </pre>
 *
 * <p>The two differ when lengths vary: say which is reported. Unbiased (token mean: consistent) for
 * the distribution that was drawn from if the log-probabilities are of that distribution; with
 * log-probabilities of the untempered model it is a cross-entropy. Not the entropy of the full
 * vocabulary, which needs the distributions, and not a sign of quality. Cost: one sort.
 *
 * @param tokenMean every token weighs the same
 * @param sequenceMean every completion weighs the same
 * @param sequences completions with a token or more
 * @param withoutTokens completions left out of both means because they have none
 */
public record TokenEntropy(
    double tokenMean, double sequenceMean, int sequences, int withoutTokens) {

  /** Nothing when no completion has a token. */
  public static Optional<TokenEntropy> of(Collection<TokenSum> completions) {
    List<TokenSum> known = completions.stream().filter(sum -> sum.tokens() > 0).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    double[] surprises = known.stream().mapToDouble(sum -> -sum.logprobSum()).toArray();
    double[] perToken = known.stream().mapToDouble(TokenSum::entropy).toArray();
    long tokens = known.stream().mapToLong(TokenSum::tokens).sum();
    // Adding 0.0 keeps a certain policy from printing as -0.0.
    return Optional.of(
        new TokenEntropy(
            CompensatedSum.ofSorted(surprises) / tokens + 0.0,
            Moments.mean(perToken) + 0.0,
            known.size(),
            completions.size() - known.size()));
  }
}
