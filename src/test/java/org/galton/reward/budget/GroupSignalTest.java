package org.galton.reward.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupSignalTest {
  private static final Percentage PRINTED = Percentage.withPercentage(1e-4);

  @ParameterizedTest
  @CsvSource({
    "0.01, 1.940598e-4, 7.571792e-4, 1.455862e-3, 7.093457e-3, 100.010101, 229.105288",
    "0.1, 0.01458, 0.046132155, 0.065990536, 0.080999887, 10.111111, 21.854345",
    "0.3333333333333333, 0.065843621, 0.142345058, 0.147922598, 0.148148148, 3.5, 5.678874",
    "0.5, 0.0625, 0.124023438, 0.124996185, 0.125, 3, 3.321928",
    "0.9, 0.00162, 0.005125795, 0.007332282, 0.008999987, 10.111111, 21.854345"
  })
  void valuesAndCostsArePrinted(
      double p, double of2, double of8, double of16, double of128, double expected, double cost) {
    assertThat(TaskValue.of(2, p)).isCloseTo(of2, PRINTED);
    assertThat(TaskValue.of(8, p)).isCloseTo(of8, PRINTED);
    assertThat(TaskValue.of(16, p)).isCloseTo(of16, PRINTED);
    assertThat(TaskValue.of(128, p)).isCloseTo(of128, PRINTED);
    assertThat(GroupSignal.expectedRollouts(p).orElseThrow()).isCloseTo(expected, PRINTED);
    assertThat(GroupSignal.approximateRollouts(0.9, p).orElseThrow()).isCloseTo(cost, PRINTED);
  }

  @Test
  void certainPromptsTeachNothingAndHaveNoCost() {
    for (double p : new double[] {0, 1}) {
      assertThat(TaskValue.of(128, p)).isZero();
      assertThat(GroupSignal.expectedRollouts(p)).isEmpty();
      assertThat(GroupSignal.approximateRollouts(0.9, p)).isEmpty();
      assertThat(GroupSignal.leastRollouts(0.9, p)).isEmpty();
    }
    assertThat(TaskValue.of(1, 0.5)).isZero();
    assertThat(GroupSignal.chance(0, 0.5)).isZero();
  }

  @Test
  void theGainIsLargestAtAThird() {
    assertThat(TaskValue.gain(1.0 / 3)).isCloseTo(4.0 / 27, within(1e-16));
    assertThat(TaskValue.gain(0.32)).isLessThan(4.0 / 27);
    assertThat(TaskValue.gain(0.35)).isLessThan(4.0 / 27);
  }

  @Test
  void chancesOfARareSuccessArePrinted() {
    assertThat(GroupSignal.chance(8, 0.01)).isCloseTo(0.0772553, within(5e-8));
    assertThat(GroupSignal.chance(16, 0.01)).isCloseTo(0.1485422, within(5e-8));
    assertThat(GroupSignal.chance(64, 0.01)).isCloseTo(0.4744035, within(5e-8));
    assertThat(GroupSignal.chance(512, 0.01)).isCloseTo(0.9941760, within(5e-8));
  }

  @Test
  void tinyChancesKeepTheirDigits() {
    assertThat(GroupSignal.chance(10, 1e-20)).isCloseTo(1e-19, within(1e-33));
    assertThat(GroupSignal.chance(10, 1 - 1e-12))
        .isCloseTo(GroupSignal.chance(10, 1e-12), Percentage.withPercentage(0.01));
  }

  @Test
  void theLeastNumberIsTheFirstThatReachesTheChance() {
    assertThat(GroupSignal.leastRollouts(0.9, 0.01)).hasValue(230);
    assertThat(GroupSignal.leastRollouts(0.01, 0.5)).hasValue(2);
    for (double p : new double[] {0.003, 0.2, 0.5, 0.77, 0.999}) {
      for (double chance : new double[] {0.05, 0.5, 0.9, 0.99}) {
        long least = GroupSignal.leastRollouts(chance, p).orElseThrow();
        assertThat(GroupSignal.chance(least, p)).isGreaterThanOrEqualTo(chance);
        assertThat(GroupSignal.chance(least - 1, p)).isLessThan(chance);
      }
    }
    assertThat(GroupSignal.leastRollouts(0.9, 1e-300)).isEmpty();
  }

  @Test
  void whatIsNoChanceIsRefused() {
    assertThatThrownBy(() -> GroupSignal.chance(-1, 0.5))
        .hasMessage("Invalid rollouts -1: expected 0 or more");
    assertThatThrownBy(() -> TaskValue.of(2, 1.5))
        .hasMessage("Invalid success rate 1.5: expected 0 to 1");
    assertThatThrownBy(() -> GroupSignal.leastRollouts(1, 0.5))
        .hasMessage("Invalid chance 1.0: expected above 0 and below 1");
  }
}
