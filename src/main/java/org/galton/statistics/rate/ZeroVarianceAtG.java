package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * The chance that a group of g of a prompt's rollouts agrees: the zero-variance rate re-estimated
 * for a smaller group.
 *
 * <pre>  ( C(c, g) + C(n-c, g) ) / C(n, g)</pre>
 *
 * <p>Unbiased for p^g + (1-p)^g when g &lt;= n; empty when n &lt; g. Exactly 1 at g = 1. Cost: g
 * logarithms.
 *
 * @param group g, rollouts per group, 1 or more
 */
public record ZeroVarianceAtG(int group) implements PromptMetric<Tally> {

  public ZeroVarianceAtG {
    Expect.that(group >= 1, "group", group, "1 or more");
  }

  @Override
  public String name() {
    return "zero_variance@" + group;
  }

  @Override
  public OptionalDouble value(Tally prompt) {
    PassHatK all = new PassHatK(group);
    OptionalDouble right = all.value(prompt);
    if (right.isEmpty() || group == 1) {
      return right.isEmpty() ? right : OptionalDouble.of(1);
    }
    Tally turned = new Tally(prompt.rollouts(), prompt.wrong());
    return OptionalDouble.of(right.getAsDouble() + all.value(turned).orElseThrow());
  }
}
