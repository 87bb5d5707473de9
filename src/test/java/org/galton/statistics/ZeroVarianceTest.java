package org.galton.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZeroVarianceTest {

  @ParameterizedTest
  @CsvSource({"1, 0.96875", "5, 0.8526745773", "51, 0.1817142601", "256, 2.396446286e-5"})
  void aSmallerGroupHasItsKnownAnswers(int correct, double expected) {
    double found = new ZeroVarianceAtG(16).value(new Tally(512, correct)).orElseThrow();
    assertThat(found).isCloseTo(expected, Percentage.withPercentage(3e-8));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 16, 0.8514577711",
    "0.01, 512, 0.0058239768",
    "0.001, 16, 0.9841194418",
    "0.001, 512, 0.5991422854"
  })
  void theoryHasItsKnownAnswers(double p, int group, double expected) {
    assertThat(ZeroVariance.expected(p, group)).isCloseTo(expected, within(5e-11));
  }

  @Test
  void observedRatesAreReportedApart() {
    List<Tally> prompts =
        List.of(
            new Tally(4, 0), new Tally(4, 0), new Tally(8, 8), new Tally(4, 2), new Tally(0, 0));
    ZeroVariance observed = ZeroVariance.of(prompts).orElseThrow();
    assertThat(observed).isEqualTo(new ZeroVariance(4, 2, 1));
    assertThat(observed.rate()).isEqualTo(0.75);
    assertThat(observed.dynamicSamplingPassRate()).isEqualTo(0.25);
    assertThat(ZeroVariance.of(List.of(new Tally(0, 0)))).isEmpty();
  }

  @Test
  void theFullGroupIsWhatWasObserved() {
    assertThat(new ZeroVarianceAtG(9).value(new Tally(9, 9))).hasValue(1);
    assertThat(new ZeroVarianceAtG(9).value(new Tally(9, 0))).hasValue(1);
    assertThat(new ZeroVarianceAtG(9).value(new Tally(9, 4))).hasValue(0);
    assertThat(new ZeroVarianceAtG(1).value(new Tally(9, 4))).hasValue(1);
    assertThat(new ZeroVarianceAtG(10).value(new Tally(9, 4))).isEmpty();
  }

  @Test
  void certaintyAlwaysAgrees() {
    assertThat(ZeroVariance.expected(0, 16)).isEqualTo(1);
    assertThat(ZeroVariance.expected(1, 16)).isEqualTo(1);
    assertThat(ZeroVariance.expected(0.5, 2)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new ZeroVarianceAtG(0))
        .hasMessage("Invalid group 0: expected 1 or more");
    assertThatThrownBy(() -> ZeroVariance.expected(1.5, 4))
        .hasMessage("Invalid solveRate 1.5: expected 0 to 1");
    assertThatThrownBy(() -> new ZeroVariance(2, 2, 1))
        .hasMessage("Invalid all wrong and all correct 2 + 1: expected 0 to prompts (2) together");
  }
}
