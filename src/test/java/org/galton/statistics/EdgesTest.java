package org.galton.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.galton.statistics.error.RateInterval;
import org.galton.statistics.rate.GPassAtK;
import org.galton.statistics.rate.PassAtK;
import org.galton.statistics.rate.PassHatK;
import org.galton.statistics.rate.ZeroVarianceAtG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly on an edge, and the smallest step to each side of it. */
class EdgesTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 16, 512, 1_000_000})
  void passAtKAroundItsLimits(int n) {
    assertThat(pass(n, 0, n)).isEqualTo(0);
    assertThat(pass(n, 1, n)).isEqualTo(1);
    // One right rollout is missed by n - 1 of n draws with chance 1/n.
    assertThat(pass(n, 1, n - 1)).isLessThan(1).isCloseTo((n - 1.0) / n, within(1e-15));
    assertThat(pass(n, n - 1, 1)).isLessThan(1).isEqualTo((n - 1.0) / n);
    assertThat(pass(n, n - 1, 2)).isEqualTo(1);
    assertThat(pass(n, n, 1)).isEqualTo(1);
    assertThat(new PassAtK(n + 1).value(new Tally(n, n))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16, 512, 1_000_000})
  void passHatKAroundItsLimits(int n) {
    assertThat(hat(n, n, n)).isEqualTo(1);
    assertThat(hat(n, n - 1, n)).isEqualTo(0);
    assertThat(hat(n, n - 1, n - 1)).isPositive().isCloseTo(1.0 / n, within(1e-15));
    assertThat(hat(n, 1, 1)).isPositive().isEqualTo(1.0 / n);
    assertThat(hat(n, 1, 2)).isEqualTo(0);
    assertThat(hat(n, 0, 1)).isEqualTo(0);
    assertThat(new PassHatK(n + 1).value(new Tally(n, n))).isEmpty();
  }

  /** j/k times k need not be j in double: a threshold must not move by that. */
  @Test
  void aThresholdStandsOneUlpToEachSideOfEveryShare() {
    for (int k = 1; k <= 512; k++) {
      for (int j = 1; j <= k; j++) {
        double share = (double) j / k;
        assertThat(new GPassAtK(k, share).threshold()).isEqualTo(j);
        assertThat(new GPassAtK(k, Math.nextDown(share)).threshold()).isEqualTo(j);
        if (j < k) {
          assertThat(new GPassAtK(k, Math.nextUp(share)).threshold()).isEqualTo(j);
          assertThat(new GPassAtK(k, share + 1e-6).threshold()).isEqualTo(j + 1);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIntervalOfARateStaysInsideItsRange(RateInterval kind) {
    for (int n : new int[] {1, 2, 20, 1_000_000}) {
      Interval none = kind.of(new Tally(n, 0), 0.95).orElseThrow();
      Interval all = kind.of(new Tally(n, n), 0.95).orElseThrow();
      assertThat(none.low()).isEqualTo(0);
      assertThat(none.high()).isStrictlyBetween(0.0, 1.0);
      assertThat(all.low()).isStrictlyBetween(0.0, 1.0);
      assertThat(all.high()).isEqualTo(1);
      if (n >= 2) {
        assertThat(kind.of(new Tally(n, 1), 0.95).orElseThrow().low()).isPositive();
        assertThat(kind.of(new Tally(n, n - 1), 0.95).orElseThrow().high()).isLessThan(1);
      }
    }
  }

  @Test
  void theLastRightOrWrongRolloutDecidesZeroVariance() {
    assertThat(new ZeroVarianceAtG(512).value(new Tally(512, 511))).hasValue(0);
    assertThat(new ZeroVarianceAtG(511).value(new Tally(512, 511)).orElseThrow())
        .isCloseTo(1.0 / 512, within(1e-16));
    assertThat(new ZeroVarianceAtG(511).value(new Tally(512, 1)).orElseThrow())
        .isCloseTo(1.0 / 512, within(1e-16));
    assertThat(new ZeroVarianceAtG(513).value(new Tally(512, 511))).isEmpty();
  }

  /** p = 6.5e-7 one-sided at 4.84, as BroRL prints its test of N = 512 against N = 16. */
  @Test
  void farTailsKeepTheirDigits() {
    assertThat(Confidence.normalTails(4.84) / 2).isCloseTo(6.5e-7, within(5e-9));
    assertThat(Confidence.normalTails(0)).isEqualTo(1);
    // Abramowitz and Stegun, table 26.2: -log10 Q(30) = 197.30921.
    assertThat(Math.log10(Confidence.normalTails(-30) / 2)).isCloseTo(-197.30921, within(5e-6));
  }

  private static double pass(int n, int c, int k) {
    return new PassAtK(k).value(new Tally(n, c)).orElseThrow();
  }

  private static double hat(int n, int c, int k) {
    return new PassHatK(k).value(new Tally(n, c)).orElseThrow();
  }
}
