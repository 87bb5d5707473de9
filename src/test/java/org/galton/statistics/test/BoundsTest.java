package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.PromptMean;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final double CONFIDENCE = 0.95;

  private static Estimate of(Bounds bounds, double... values) {
    return bounds.of(PromptMean.withDefaults().of(values, 0), values.length, CONFIDENCE);
  }

  /** As of two trials that both succeed: z^2 / (2 + z^2) from 1. */
  @Test
  void twoPromptsThatAreAllRightSayLittle() {
    Estimate two = of(Bounds.RATE, 1, 1);
    assertThat(two.value().getAsDouble()).isEqualTo(1);
    assertThat(two.low().getAsDouble()).isCloseTo(0.3423802, within(1e-7));
    assertThat(two.high().getAsDouble()).isEqualTo(1);
    assertThat(of(Bounds.RATE, 0, 0).high().getAsDouble()).isCloseTo(0.6576198, within(1e-7));
    assertThat(of(Bounds.DIFFERENCE, 0, 0).high().getAsDouble()).isCloseTo(0.6576198, within(1e-7));
    assertThat(of(Bounds.RATE, 0.5).low()).as("one prompt has no error").isEmpty();
  }

  /** Of 50 of 100 all-or-nothing prompts: n = 99 (z / t_99)^2, then Wilson's formula. */
  @Test
  void manyPromptsHaveNearlyTheNormalInterval() {
    double[] values = new double[100];
    for (int i = 0; i < 50; i++) {
      values[i] = 1;
    }
    Estimate score = of(Bounds.RATE, values);
    Estimate normal = PromptMean.withDefaults().of(values, 0);
    double z = 1.959963984540054;
    double size = 99 * Math.pow(z / 1.984216951508683, 2);
    double half = z / (1 + z * z / size) * Math.sqrt(0.25 / size + z * z / (4 * size * size));
    assertThat(score.high().getAsDouble()).isCloseTo(0.5 + half, within(1e-9));
    assertThat(score.high().getAsDouble()).isCloseTo(normal.high().getAsDouble(), within(0.002));
  }

  @Test
  void intervalsHoldTheMeanAndStayWhereItCanBe() {
    Random random = new Random(3);
    for (int trial = 0; trial < 20_000; trial++) {
      double[] values = new double[2 + random.nextInt(20)];
      double power = random.nextInt(4) * 3;
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.pow(random.nextDouble(), power);
      }
      Estimate rate = of(Bounds.RATE, values);
      assertThat(rate.low().getAsDouble()).isBetween(0.0, rate.value().getAsDouble());
      assertThat(rate.high().getAsDouble()).isBetween(rate.value().getAsDouble(), 1.0);
      Estimate other = of(Bounds.NON_NEGATIVE, values);
      assertThat(other.low().getAsDouble()).isBetween(0.0, other.value().getAsDouble());
    }
  }

  /**
   * All-or-nothing prompts of rate 0.1, ten of them: the normal interval holds 66 % of the time.
   * 2,000 replicates have a standard error of half a point.
   */
  @Test
  void fewPromptsAtASmallRateAreCovered() {
    Random random = new Random(5);
    int held = 0;
    int heldByNormal = 0;
    for (int replicate = 0; replicate < 2_000; replicate++) {
      double[] values = new double[10];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextDouble() < 0.1 ? 1 : 0;
      }
      held += holds(of(Bounds.RATE, values), 0.1);
      heldByNormal += holds(PromptMean.withDefaults().of(values, 0), 0.1);
    }
    assertThat(held / 2_000.0).isGreaterThan(0.96);
    assertThat(heldByNormal / 2_000.0).isBetween(0.60, 0.72);
  }

  private static int holds(Estimate estimate, double truth) {
    return estimate.low().getAsDouble() <= truth && truth <= estimate.high().getAsDouble() ? 1 : 0;
  }
}
