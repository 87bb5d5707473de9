package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * mean@k, also avg@k: the share of right rollouts.
 *
 * <pre>  mean@k = c / n</pre>
 *
 * <p>Unbiased for p. All n rollouts are used whatever k is, since the expectation is the same for
 * every k: k names the sample size that a benchmark prescribes, and a prompt with n &lt; k is
 * short.
 *
 * @param k rollouts that the benchmark prescribes, 1 or more
 */
public record MeanAtK(int k) implements PromptMetric<Tally> {

  public MeanAtK {
    Expect.that(k >= 1, "k", k, "1 or more");
  }

  @Override
  public String name() {
    return "mean@" + k;
  }

  @Override
  public OptionalDouble value(Tally prompt) {
    return prompt.rollouts() < k
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) prompt.correct() / prompt.rollouts());
  }
}
