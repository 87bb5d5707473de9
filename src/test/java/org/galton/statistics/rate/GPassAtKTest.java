package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GPassAtKTest {

  private static final Tally TEN_OF_SIXTEEN = new Tally(16, 10);

  @ParameterizedTest
  @CsvSource({"0.25, 1", "0.5, 0.9405594406", "0.75, 0.3041958042", "1, 0.0034965035"})
  void everyThresholdHasItsKnownAnswer(double tau, double expected) {
    assertThat(new GPassAtK(8, tau).value(TEN_OF_SIXTEEN).orElseThrow())
        .isCloseTo(expected, within(5e-11));
  }

  @Test
  void theMeanHasItsKnownAnswer() {
    assertThat(new MeanGPassAtK(8).value(TEN_OF_SIXTEEN).orElseThrow())
        .isCloseTo(0.2657342657, within(5e-11));
  }

  @Test
  void theEndsAreTheTwoPassMetricsForEverySmallCase() {
    for (int n = 1; n <= 16; n++) {
      for (int c = 0; c <= n; c++) {
        for (int k = 1; k <= n; k++) {
          Tally tally = new Tally(n, c);
          assertThat(new GPassAtK(k, 1).value(tally).orElseThrow())
              .isCloseTo(new PassHatK(k).value(tally).orElseThrow(), within(1e-14));
          assertThat(new GPassAtK(k, 0).value(tally).orElseThrow())
              .isCloseTo(new PassAtK(k).value(tally).orElseThrow(), within(1e-14));
        }
      }
    }
  }

  @Test
  void tailsAgreeWithCommonsMath() {
    HypergeometricDistribution independent = new HypergeometricDistribution(null, 512, 77, 64);
    Hypergeometric draws = new Hypergeometric(512, 77, 64);
    for (int m = 0; m <= 64; m++) {
      // Its probabilities come from log-gamma and keep about eleven digits.
      assertThat(draws.atLeast(m))
          .isCloseTo(independent.upperCumulativeProbability(m), within(1e-11));
    }
  }

  @Test
  void aMillionRolloutsDoNotOverflow() {
    // By symmetry the chance of k/2 or more of k plus that of more than k/2 is 1 when c = n/2.
    Hypergeometric draws = new Hypergeometric(1_000_000, 500_000, 1000);
    assertThat(draws.atLeast(500) + draws.atLeast(501)).isCloseTo(1, within(1e-12));
    assertThat(new Hypergeometric(1_000_000, 0, 10).atLeast(1)).isEqualTo(0);
    assertThat(new Hypergeometric(1_000_000, 1_000_000, 10).atLeast(10)).isEqualTo(1);
  }

  @Test
  void aRoundedProductDoesNotRaiseTheThreshold() {
    assertThat(new GPassAtK(30, 0.1).threshold()).isEqualTo(3);
    assertThat(new GPassAtK(16, 0.51).threshold()).isEqualTo(9);
    assertThat(new GPassAtK(16, 0).threshold()).isEqualTo(1);
  }

  @Test
  void aPerfectPromptIsStable() {
    assertThat(new MeanGPassAtK(16).value(new Tally(48, 48))).hasValue(1);
    assertThat(new MeanGPassAtK(16).value(new Tally(48, 0))).hasValue(0);
  }

  @Test
  void aPromptWithFewerThanKRolloutsHasNoValue() {
    assertThat(new GPassAtK(17, 0.5).value(TEN_OF_SIXTEEN)).isEmpty();
    assertThat(new MeanGPassAtK(17).value(TEN_OF_SIXTEEN)).isEmpty();
  }

  @Test
  void namesCarryTheirParameters() {
    assertThat(new GPassAtK(16, 0.5).name()).isEqualTo("g-pass@16_0.5");
    assertThat(new MeanGPassAtK(16).name()).isEqualTo("mg-pass@16");
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new GPassAtK(0, 0.5)).hasMessage("Invalid k 0: expected 1 or more");
    assertThatThrownBy(() -> new GPassAtK(8, 50)).hasMessage("Invalid tau 50.0: expected 0 to 1");
    assertThatThrownBy(() -> new MeanGPassAtK(1)).hasMessage("Invalid k 1: expected 2 or more");
  }
}
