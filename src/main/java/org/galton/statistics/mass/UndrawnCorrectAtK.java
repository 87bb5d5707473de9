package org.galton.statistics.mass;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.Ballot;
import org.galton.statistics.PromptMetric;

/**
 * The correct mass that k rollouts leave undrawn: the probability that a fresh rollout is right
 * with an answer that none of the k gave.
 *
 * <pre>  sum over right answers a of  n_a/n * C(n - n_a, k) / C(n - 1, k)</pre>
 *
 * <p>The expectation over all ways to set one of the n rollouts apart and to draw k of the others,
 * so unbiased for sum p (1-p)^k ({@link UndrawnMass}); empty unless k &lt; n. At k = n - 1 it is
 * Good and Turing's f_1/n ({@link UndrawnEstimate}). Cost: the votes of the most frequent right
 * answer.
 *
 * @param k rollouts drawn, 0 or more
 */
public record UndrawnCorrectAtK(int k) implements PromptMetric<Ballot> {

  public UndrawnCorrectAtK {
    Expect.that(k >= 0, "k", k, "0 or more");
  }

  @Override
  public String name() {
    return "undrawn_correct_mass@" + k;
  }

  @Override
  public OptionalDouble value(Ballot prompt) {
    int others = prompt.rollouts() - 1;
    if (others < k) {
      return OptionalDouble.empty();
    }
    List<Integer> ascending = prompt.correct();
    CompensatedSum mass = new CompensatedSum();
    double missed = 1;
    int held = 1;
    for (int votes : ascending) {
      for (; held < votes; held++) {
        // Of the others, held - 1 with this answer are already known to be missed.
        missed *= Math.max(0, 1 - (double) k / (others - (held - 1)));
      }
      mass.add(votes * missed);
    }
    return OptionalDouble.of(mass.value() / prompt.rollouts());
  }
}
