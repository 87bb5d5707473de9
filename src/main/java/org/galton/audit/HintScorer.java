package org.galton.audit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.galton.numerics.Expect;

/**
 * A naive-Bayes auditor: which candidate do the words of a text point at? A candidate's words are
 * its hints and itself. With H hint words in all, each candidate w has the distribution
 *
 * <pre>  P(h | w) = (a + [h points at w]) / (a H + number of words of w),   a = 0.1</pre>
 *
 * <p>and the posterior under equal priors is the product over the text's hint words, normalised.
 * Other words are passed over; a text without any leaves all candidates equal.
 */
public final class HintScorer {
  private static final double SMOOTHING = 0.1;

  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  /**
   * @param hints by candidate, at least two
   */
  public HintScorer(Map<String, List<String>> hints) {
    Expect.that(hints.size() >= 2, "candidates", hints.keySet(), "two or more");
    hints.forEach(
        (candidate, own) -> {
          Set<String> all = new HashSet<>();
          all.add(candidate.toLowerCase(Locale.ROOT));
          own.forEach(hint -> all.add(hint.toLowerCase(Locale.ROOT)));
          words.put(candidate, all);
          known.addAll(all);
        });
  }

  /** Posterior probabilities of the candidates, in their order. */
  public double[] posterior(String text) {
    List<String> found =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
            .filter(known::contains)
            .toList();
    double[] logs = words.values().stream().mapToDouble(own -> logLikelihood(own, found)).toArray();
    return normalised(logs);
  }

  private double logLikelihood(Set<String> own, List<String> found) {
    double scale = SMOOTHING * known.size() + own.size();
    // Counted first, so that words in another order have the same sum to the last bit.
    long pointing = found.stream().filter(own::contains).count();
    return pointing * Math.log((SMOOTHING + 1) / scale)
        + (found.size() - pointing) * Math.log(SMOOTHING / scale);
  }

  /** Probabilities from natural logarithms that lack a common summand. */
  public static double[] normalised(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double[] powers = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
