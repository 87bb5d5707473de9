package org.galton.balance.vote;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.galton.balance.MoveKernel;
import org.galton.numerics.Expect;

/**
 * A vote within a step: draw M candidates, move to a state that occurs at least n times among them,
 * n &gt; M/2, else stay. Then
 *
 * <pre>T'(f→g) = sum over k = n..M of C(M,k) T^k (1 - T)^(M-k) = I_T(n, M - n + 1).</pre>
 *
 * For small T the log ratio of a pair, and with it the potential, is n times the old one; for a
 * unanimous vote, n = M, it is so exactly and detailed balance is kept. Other votes break it
 * slightly.
 *
 * @param draws M, 1 to 1000
 * @param accept n, above M/2, at most M
 */
public record VoteRule(int draws, int accept) implements Serializable {
  /** Beyond it the factor (1 - T)^(M-n) at T = 1/2 nears the least double. */
  private static final int MOST_DRAWS = 1000;

  private static final Pattern LABEL = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

  public VoteRule {
    Expect.that(draws >= 1 && draws <= MOST_DRAWS, "draws of a vote", draws, "1 to " + MOST_DRAWS);
    Expect.that(
        2 * (long) accept > draws && accept <= draws,
        "vote",
        draws + ":" + accept,
        "M:n with n from %d to %d: two states could have %d of %d votes each"
            .formatted(draws / 2 + 1, draws, draws / 2, draws));
  }

  /**
   * @param label as M:n
   * @throws IllegalArgumentException if it is not a vote
   */
  public static VoteRule of(String label) {
    Matcher matcher = LABEL.matcher(label);
    Expect.that(
        matcher.matches(),
        "vote",
        label,
        "M:n, such as 10:7 to accept what 7 of 10 draws or more agree on");
    return new VoteRule(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** M:n. */
  public String label() {
    return draws + ":" + accept;
  }

  /** The kernel of an agent that votes so in every step. */
  public MoveKernel voted(MoveKernel kernel) {
    double[] probabilities = new double[kernel.moves()];
    double[] logs = new double[kernel.moves()];
    for (int move = 0; move < logs.length; move++) {
      logs[move] = logVoted(kernel.probability(move), kernel.logProbability(move));
      probabilities[move] = Math.exp(logs[move]);
    }
    return kernel.with(probabilities, logs);
  }

  /** T' of one T, to some roundings. */
  public double voted(double probability) {
    Expect.that(probability >= 0 && probability <= 1, "probability", probability, "0 to 1");
    if (accept == draws) {
      return Math.pow(probability, draws);
    }
    return probability == 0 ? 0 : Math.exp(logVoted(probability, Math.log(probability)));
  }

  /**
   * From its first term, C(M,n) T^n (1-T)^(M-n), and the ratios of the others to it: they fall, as
   * n is above M/2, for T up to 1/2, and nothing cancels.
   */
  private double logVoted(double probability, double logarithm) {
    if (accept == draws) {
      return draws * logarithm;
    }
    if (probability > 0.5) {
      return Math.log(Beta.regularizedBeta(probability, accept, draws - accept + 1.0));
    }
    double odds = probability / (1 - probability);
    double term = 1;
    double sum = 0;
    for (int k = accept; k <= draws; k++) {
      sum += term;
      term *= odds * (draws - k) / (k + 1);
    }
    return CombinatoricsUtils.binomialCoefficientLog(draws, accept)
        + accept * logarithm
        + (draws - accept) * Math.log1p(-probability)
        + Math.log(sum);
  }
}
