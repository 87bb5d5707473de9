package org.galton.statistics.stage;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.PassAtK;

/**
 * pass@k of rollouts drawn in two stages, where the size of the second stage looked at the first;
 * pass@1 is the success rate.
 *
 * <p>(c1 + c2)/(n1 + n2) is biased: a prompt that was unlucky in its pilot may get fewer further
 * rollouts, and the bad luck is then never outweighed. c2/n2 alone is unbiased, for it has the mean
 * p whatever the pilot was, and so is c1/n1. Here each rollout r of the pilot has a weight d_r that
 * looks only at the <em>other</em> rollouts of the pilot, and what is left of it goes to the second
 * stage:
 *
 * <pre>
 *   p          = mean over r of     d_r x_r + (1 - d_r) c2/n2                 x_r = 1 if right
 *   1 - pass@k = mean over r, S of  [S wrong] (d_r (1 - x_r) + (1 - d_r) (1 - c2/n2))
 * </pre>
 *
 * <p>with S any k - 1 other rollouts of the pilot; d_r then looks at those outside of r and S. d_r
 * and x_r are independent, and E[c2/n2 | pilot] = p, so the mean is d p + (1 - d) p = p whatever
 * the rule of the second stage. Where it counts, d_r takes two values: the prompt's weights of
 * wrong and of right rollouts. So the sums have a closed form:
 *
 * <pre>
 *   P_k    = pass@k of the pilot, P_0 = 0
 *   R      = (P_k - P_(k-1)) (1 - weightRight)
 *   pass@k = P_k - R + (c2/n2) (R + (1 - P_k) (1 - weightWrong))
 * </pre>
 *
 * <p>Empty where k is above the rollouts of the pilot, or the second stage is missing. Weights of 1
 * are the pilot alone. For k of 2 and more the figure gains little from a second stage: only one of
 * the k rollouts is taken from it.
 *
 * @param k rollouts drawn, 1 or more
 */
public record StagedPassAtK(int k) implements PromptMetric<StagedTally> {

  public StagedPassAtK {
    Expect.that(k >= 1, "k", k, "1 or more");
  }

  @Override
  public String name() {
    return "pass@" + k;
  }

  @Override
  public OptionalDouble value(StagedTally prompt) {
    OptionalDouble ofPilot = new PassAtK(k).value(prompt.pilot());
    if (ofPilot.isEmpty() || prompt.isIncomplete()) {
      return OptionalDouble.empty();
    }
    double pass = ofPilot.getAsDouble();
    double fewer = k == 1 ? 0 : new PassAtK(k - 1).value(prompt.pilot()).orElseThrow();
    double moved = (pass - fewer) * (1 - prompt.weightRight());
    Tally later = prompt.later();
    double rate = later.rollouts() == 0 ? 0 : (double) later.correct() / later.rollouts();
    return OptionalDouble.of(
        pass - moved + rate * (moved + (1 - pass) * (1 - prompt.weightWrong())));
  }
}
