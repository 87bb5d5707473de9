package org.galton.statistics.mass;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.Ballot;

/**
 * Entropy over the meanings of one prompt's answers, in nats.
 *
 * <pre>  -sum q ln q,   q = share of rollouts per cluster of equal meaning</pre>
 *
 * <p>0 when all mean the same, at most ln n. Biased low for small n; {@link
 * BiasCorrection#MILLER_MADOW} removes the first order. Clusters are bidirectional entailment in
 * the paper and the canonical answer here, unless given. Cost: one sort.
 *
 * <p>Farquhar et al., Detecting hallucinations in large language models using semantic entropy,
 * Nature 630, 2024.
 *
 * @param correction of the bias of counts
 */
public record SemanticEntropy(BiasCorrection correction) {

  /** What is added for clusters that few rollouts would have missed. */
  public enum BiasCorrection {
    NONE,
    /** (clusters - 1) / (2 n). */
    MILLER_MADOW
  }

  /** An answer's cluster of meaning and its completion's log-probability. */
  public record WeightedAnswer(String cluster, TokenSum completion) {

    public WeightedAnswer {
      Expect.that(completion.tokens() >= 1, "tokens", completion.tokens(), "1 or more");
    }
  }

  /** No correction. */
  public static SemanticEntropy withDefaults() {
    return new SemanticEntropy(BiasCorrection.NONE);
  }

  public SemanticEntropy with(BiasCorrection option) {
    return new SemanticEntropy(option);
  }

  /**
   * From the number of rollouts in each cluster, in any order; nothing when there is no rollout.
   */
  public OptionalDouble ofCounts(Collection<Integer> rolloutsByCluster) {
    rolloutsByCluster.forEach(
        count -> Expect.that(count >= 0, "rollouts of a cluster", count, "0 or more"));
    double[] counts =
        rolloutsByCluster.stream()
            .filter(count -> count > 0)
            .mapToDouble(Integer::doubleValue)
            .toArray();
    if (counts.length == 0) {
      return OptionalDouble.empty();
    }
    double added =
        switch (correction) {
          case NONE -> 0;
          case MILLER_MADOW -> (counts.length - 1) / (2 * CompensatedSum.ofSorted(counts));
        };
    return OptionalDouble.of(entropy(counts) + added);
  }

  /**
   * Of the distinct answers of a prompt, each its own meaning; rollouts without an answer do not
   * count.
   */
  public OptionalDouble of(Ballot prompt) {
    return ofCounts(Stream.concat(prompt.correct().stream(), prompt.wrong().stream()).toList());
  }

  /**
   * Clusters weigh by the summed exp(logprobSum / tokens) of their answers, normalised over the
   * observed clusters. No count stands behind these weights, so no correction applies. Nothing when
   * there is no answer.
   */
  public static OptionalDouble ofWeighted(Collection<WeightedAnswer> answers) {
    Map<String, List<Double>> byCluster =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    WeightedAnswer::cluster,
                    TreeMap::new,
                    Collectors.mapping(
                        answer -> Math.exp(-answer.completion().entropy()), Collectors.toList())));
    double[] weights =
        byCluster.values().stream()
            .mapToDouble(
                group ->
                    CompensatedSum.ofSorted(
                        group.stream().mapToDouble(Double::doubleValue).toArray()))
            .filter(weight -> weight > 0)
            .toArray();
    return weights.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(entropy(weights));
  }

  /** Of positive weights, normalised to sum to 1. */
  private static double entropy(double[] weights) {
    double total = CompensatedSum.ofSorted(weights);
    double[] terms = new double[weights.length];
    for (int i = 0; i < terms.length; i++) {
      double share = weights[i] / total;
      terms[i] = share * Math.log(share);
    }
    // 0 minus the sum, so that one cluster gives 0 and not -0.
    return 0 - CompensatedSum.ofSorted(terms);
  }
}
