package org.galton.balance.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.galton.balance.KernelEstimation;
import org.galton.balance.TransitionCounts;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.LeastAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that really draw M times a step, on a kernel in balance. */
final class SampledVoteTest {
  private static final String[] STATES = {"a", "b", "c"};

  /** pi is proportional to 1, 0.7, 0.6, and pi T is symmetric. */
  private static final double[][] KERNEL = {
    {0, 0.3, 0.25}, {0.3 / 0.7, 0, 0.2 / 0.7}, {0.25 / 0.6, 0.2 / 0.6, 0}
  };

  /** With 200,000 steps from each state the rarest voted move is seen some 200 times. */
  private static final int STEPS = 200_000;

  /**
   * Over a fall of 0.51 from c to a, log ratios of voted counts with a deviation of 0.010, 0.020
   * and 0.08, and of single ones with n times 0.005, give slopes one of 0.026, 0.05 and 0.15: three
   * of them are allowed.
   */
  @ParameterizedTest
  @CsvSource({"2, 0.08", "3, 0.15", "5, 0.45"})
  void countsOfUnanimousVotesAreAboutSoManyTimesSteeper(int n, double tolerance) {
    Landscape single = landscape(1);

    Landscape voted = landscape(n);

    assertThat(VoteSlope.of(single, voted).orElseThrow()).isCloseTo(n, within(tolerance));
  }

  private static Landscape landscape(int votes) {
    SplittableRandom random = new SplittableRandom(votes);
    TransitionCounts.Builder counts = TransitionCounts.builder();
    for (int source = 0; source < STATES.length; source++) {
      for (int step = 0; step < STEPS; step++) {
        int agreed = draw(source, random);
        for (int vote = 1; vote < votes && agreed >= 0; vote++) {
          agreed = draw(source, random) == agreed ? agreed : -1;
        }
        if (agreed >= 0) {
          counts.add(STATES[source], STATES[agreed], 1);
        } else {
          counts.addEscapes(STATES[source], 1);
        }
      }
    }
    return LeastAction.withDefaults()
        .of(KernelEstimation.withDefaults().of(counts.build()).kernel());
  }

  /** The state that a draw names; -1 for none. */
  private static int draw(int source, SplittableRandom random) {
    double left = random.nextDouble();
    for (int target = 0; target < STATES.length; target++) {
      left -= KERNEL[source][target];
      if (left < 0) {
        return target;
      }
    }
    return -1;
  }
}
