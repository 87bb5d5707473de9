package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Percentage;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZeroVarianceAtGTest {

  @ParameterizedTest
  @CsvSource({"1, 0.96875", "5, 0.8526745773", "51, 0.1817142601", "256, 2.396446286e-5"})
  void aSmallerGroupHasItsKnownAnswers(int correct, double expected) {
    double found = new ZeroVarianceAtG(16).value(new Tally(512, correct)).orElseThrow();
    assertThat(found).isCloseTo(expected, Percentage.withPercentage(3e-8));
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
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new ZeroVarianceAtG(0))
        .hasMessage("Invalid group 0: expected 1 or more");
  }
}
