package org.galton.statistics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Bounds;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals of pass@1 hold its mean where prompts are few or the rate is small. */
class BoundsCoverage {
  private static final int REPLICATES = 4_000;
  private static final int ROLLOUTS = 128;

  @Test
  void fewPromptsAndSmallRates() {
    StringBuilder table = new StringBuilder();
    for (double spread : new double[] {0, 0.5, 2, 20}) {
      for (double rate : new double[] {0.5, 0.1, 0.01}) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %s |",
                spread == 0 ? "all or nothing" : "Beta, a + b = " + spread,
                rate));
        for (int prompts : new int[] {2, 5, 10, 30, 100}) {
          double[] held = held(spread, rate, prompts);
          table.append(String.format(Locale.ROOT, " %.0f → %.0f |", held[0], held[1]));
          assertThat(held[1]).isGreaterThan(Math.min(75, held[0]));
        }
        table.append('\n');
      }
    }
    System.out.println(table);
  }

  private static double[] held(double spread, double rate, int prompts) {
    Random random = new Random(1);
    BetaDistribution rates =
        spread == 0
            ? null
            : new BetaDistribution(new Well19937c(5), spread * rate, spread * (1 - rate));
    double[] held = new double[2];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      double[] values = new double[prompts];
      for (int i = 0; i < prompts; i++) {
        double own = rates == null ? (random.nextDouble() < rate ? 1 : 0) : rates.sample();
        int right = 0;
        for (int r = 0; r < ROLLOUTS; r++) {
          right += random.nextDouble() < own ? 1 : 0;
        }
        values[i] = right / (double) ROLLOUTS;
      }
      Estimate normal = PromptMean.withDefaults().of(values, 0);
      held[0] += holds(normal, rate);
      held[1] += holds(Bounds.RATE.of(normal, prompts, 0.95), rate);
    }
    return new double[] {100 * held[0] / REPLICATES, 100 * held[1] / REPLICATES};
  }

  private static int holds(Estimate estimate, double truth) {
    return estimate.low().getAsDouble() <= truth && truth <= estimate.high().getAsDouble() ? 1 : 0;
  }
}
