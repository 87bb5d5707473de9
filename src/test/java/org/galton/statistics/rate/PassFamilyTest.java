package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassFamilyTest {

  @ParameterizedTest
  @CsvSource({
    "10, 3, 2, 0.5333333333",
    "10, 3, 5, 0.9166666667",
    "10, 3, 8, 1",
    "16, 1, 8, 0.5",
    "200, 7, 10, 0.3055988116",
    "512, 5, 64, 0.4885291996",
    "10000, 1, 100, 0.01"
  })
  void passAtKHasItsKnownAnswers(int n, int c, int k, double expected) {
    assertThat(passAtK(n, c, k)).isCloseTo(expected, within(5e-11));
  }

  @ParameterizedTest
  @CsvSource({
    "200, 7, 10, 0.2997177258, 5e-11",
    "32, 1, 32, 0.637945, 5e-7",
    "32, 2, 32, 0.873211, 5e-7"
  })
  void passAtKIsAboveTheBiasedPlugIn(int n, int c, int k, double expected, double digits) {
    double plugIn = 1 - Math.pow(1 - (double) c / n, k);
    assertThat(plugIn).isCloseTo(expected, within(digits));
    assertThat(passAtK(n, c, k)).isGreaterThan(plugIn);
  }

  @Test
  void moreDrawsNeverLowerPassAtKNorRaisePassHatK() {
    // Neighbours may differ by the rounding of both.
    double rounding = 2e-15;
    for (int n : new int[] {1, 2, 7, 16, 33, 64}) {
      for (int c = 0; c <= n; c++) {
        for (int k = 1; k < n; k++) {
          String at = "n=" + n + " c=" + c + " k=" + k;
          assertThat(passAtK(n, c, k + 1)).as(at).isBetween(passAtK(n, c, k) - rounding, 1.0);
          assertThat(passHatK(n, c, k + 1)).as(at).isBetween(0.0, passHatK(n, c, k) + rounding);
        }
      }
    }
  }

  @Test
  void oneMoreRightRolloutNeverLowersEither() {
    double rounding = 2e-15;
    for (int c = 0; c < 40; c++) {
      for (int k = 1; k <= 40; k++) {
        assertThat(passAtK(40, c + 1, k)).isGreaterThanOrEqualTo(passAtK(40, c, k) - rounding);
        assertThat(passHatK(40, c + 1, k)).isGreaterThanOrEqualTo(passHatK(40, c, k) - rounding);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 3, 2, 0.0666666667", "1000, 990, 11, 0.8948374569"})
  void passHatKHasItsKnownAnswers(int n, int c, int k, double expected) {
    assertThat(passHatK(n, c, k)).isCloseTo(expected, within(5e-11));
  }

  @Test
  void bothAgreeWithExactBinomialsForEverySmallCase() {
    for (int n = 1; n <= 24; n++) {
      for (int c = 0; c <= n; c++) {
        for (int k = 1; k <= n; k++) {
          String at = "n=" + n + " c=" + c + " k=" + k;
          assertThat(passAtK(n, c, k)).as(at).isCloseTo(1 - ratio(n - c, n, k), within(1e-14));
          assertThat(passHatK(n, c, k)).as(at).isCloseTo(ratio(c, n, k), within(1e-14));
        }
      }
    }
  }

  @Test
  void aMillionRolloutsKeepThirteenDigits() {
    // 1 - C(n-c,k)/C(n,k) with c = 1 is k/n, with k = n - c it is 1 - 1/C(n,c).
    assertThat(passAtK(1_000_000, 1, 500_000)).isCloseTo(0.5, within(1e-13));
    assertThat(passAtK(1_000_000, 1, 999_999)).isCloseTo(0.999999, within(1e-13));
    assertThat(passAtK(1_000_000, 300_000, 3))
        .isCloseTo(1 - ratio(700_000, 1_000_000, 3), within(1e-13));
    assertThat(passAtK(1_000_000, 2_000, 400))
        .isCloseTo(1 - ratio(998_000, 1_000_000, 400), within(1e-13));
  }

  @Test
  void theLimitsAreExact() {
    assertThat(passAtK(512, 0, 512)).isEqualTo(0);
    assertThat(passAtK(512, 1, 512)).isEqualTo(1);
    assertThat(passAtK(10, 8, 3)).isEqualTo(1);
    assertThat(passHatK(512, 511, 512)).isEqualTo(0);
    assertThat(passHatK(512, 512, 512)).isEqualTo(1);
    assertThat(passAtK(7, 3, 1)).isEqualTo(3.0 / 7).isEqualTo(passHatK(7, 3, 1));
  }

  @Test
  void aPromptWithFewerThanKRolloutsHasNoValue() {
    Tally seven = new Tally(7, 7);
    assertThat(new PassAtK(8).value(seven)).isEmpty();
    assertThat(new PassHatK(8).value(seven)).isEmpty();
    assertThat(new MeanAtK(8).value(seven)).isEmpty();
    assertThat(new PassAtK(1).value(new Tally(0, 0))).isEmpty();
  }

  @Test
  void meanAtKUsesAllRolloutsWhateverKIs() {
    assertThat(new MeanAtK(2).value(new Tally(8, 3))).hasValue(0.375);
    assertThat(new MeanAtK(8).value(new Tally(8, 3))).hasValue(0.375);
  }

  @Test
  void kAboveHalfTheRolloutsIsUnsteady() {
    assertThat(new PassAtK(8).unsteady(new Tally(16, 3))).isFalse();
    assertThat(new PassAtK(9).unsteady(new Tally(16, 3))).isTrue();
  }

  @Test
  void namesCarryTheirParameter() {
    assertThat(new PassAtK(8).name()).isEqualTo("pass@8");
    assertThat(new PassHatK(8).name()).isEqualTo("pass^8");
    assertThat(new MeanAtK(8).name()).isEqualTo("mean@8");
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new PassAtK(0)).hasMessage("Invalid k 0: expected 1 or more");
    assertThatThrownBy(() -> new PassHatK(-1)).hasMessage("Invalid k -1: expected 1 or more");
    assertThatThrownBy(() -> new MeanAtK(0)).hasMessage("Invalid k 0: expected 1 or more");
    assertThatThrownBy(() -> new Tally(-1, 0))
        .hasMessage("Invalid rollouts -1: expected 0 or more");
    assertThatThrownBy(() -> new Tally(4, 5))
        .hasMessage("Invalid correct 5: expected 0 to rollouts (4)");
  }

  private static double passAtK(int n, int c, int k) {
    return new PassAtK(k).value(new Tally(n, c)).orElseThrow();
  }

  private static double passHatK(int n, int c, int k) {
    return new PassHatK(k).value(new Tally(n, c)).orElseThrow();
  }

  /** C(a, k)/C(n, k) from exact integers. */
  private static double ratio(int a, int n, int k) {
    BigInteger above = BigInteger.ONE;
    BigInteger below = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      above = above.multiply(BigInteger.valueOf(Math.max(0, a - i)));
      below = below.multiply(BigInteger.valueOf(n - i));
    }
    return new BigDecimal(above).divide(new BigDecimal(below), MathContext.DECIMAL64).doubleValue();
  }
}
