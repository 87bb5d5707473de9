package org.galton.emergence.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.information.DiscreteEstimator;
import org.galton.information.NullComparison;
import org.junit.jupiter.api.Test;

class IdentityInformationTest {
  private static final double[][] THREE = {{1, 2, 4, 3}, {2, 3, 5, 6}, {1, 5, 4, 4}};
  private static final IdentityInformation IDENTITY = IdentityInformation.withDefaults();

  @Test
  void threeAgentsHaveTheValueOfTheMethod() {
    assertThat(IDENTITY.measure(THREE)).isCloseTo(0.125815, within(5e-7));
    assertThat(IDENTITY.with(DiscreteEstimator.JEFFREYS).measure(THREE)).isLessThan(0.125815);
  }

  @Test
  void separatedRolesReachTheLogarithmOfTheBins() {
    double[][] roles = {{1, 1, 1, 1}, {2, 2, 2, 2}, {3, 3, 3, 3}, {4, 4, 4, 4}};
    assertThat(IDENTITY.measure(roles)).isCloseTo(1, within(1e-12));
    assertThat(IDENTITY.withBins(4).measure(roles)).isCloseTo(2, within(1e-12));
    NullComparison test = IDENTITY.withBins(4).test("g1", roles, 200, 42);
    assertThat(test.pValue()).isEqualTo(1.0 / 201);
    assertThat(test.corrected()).isGreaterThan(0.8);
  }

  @Test
  void agentsInLockstepTellNothing() {
    double[][] lockstep = {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}};
    assertThat(IDENTITY.measure(lockstep)).isCloseTo(0, within(1e-12));
    assertThat(IDENTITY.test("g1", lockstep, 50, 42).pValue()).isEqualTo(1);
  }

  @Test
  void alikeAgentsAreToldApartAsOftenAsTheLevelSays() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    int repetitions = 1_000;
    long found =
        IntStream.range(0, repetitions)
            .filter(
                repetition -> {
                  double[][] values =
                      IntStream.range(0, 5)
                          .mapToObj(i -> random.doubles(15).toArray())
                          .toArray(double[][]::new);
                  return IDENTITY.withBins(4).test("g" + repetition, values, 99, 42).pValue()
                      <= 0.05;
                })
            .count();
    assertThat((double) found / repetitions).as("seed %d", seed).isCloseTo(0.05, within(0.02));
  }

  @Test
  void tablesWithoutValuesAreRefused() {
    assertThatThrownBy(() -> IDENTITY.measure(new double[0][]))
        .hasMessage("Invalid number of agents 0: expected 1 or more");
    assertThatThrownBy(() -> IDENTITY.withBins(1)).hasMessage("Invalid bins 1: expected 2 or more");
  }
}
