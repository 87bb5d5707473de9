package org.galton.emergence.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.statistics.test.TestResult;
import org.galton.statistics.test.TestStatus;
import org.junit.jupiter.api.Test;

class AgentDifferentiationTest {
  private static final double[][] THREE = {{1, 2, 4, 3}, {2, 3, 5, 6}, {1, 5, 4, 4}};

  private static void assertTest(TestResult test, double statistic, double p, double margin) {
    assertThat(test.statistic().orElseThrow()).isCloseTo(statistic, within(margin));
    assertThat(test.pValue().orElseThrow()).isCloseTo(p, within(margin));
  }

  @Test
  void threeAgentsHaveTheValuesOfTheMethod() {
    Differentiation found = AgentDifferentiation.of(THREE);
    assertTest(found.levels(), 7.0 / 3, 0.177978515625, 1e-12);
    assertTest(found.slopes(), 0.5, 0.64, 1e-12);
    assertTest(found.variance(), 0.606861, 0.217986, 5e-7);
    assertThat(found.intraclassShare().orElseThrow()).isCloseTo(0.25, within(1e-12));
    assertThat(found.trends().get(1).level()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(found.trends().get(1).slope()).isCloseTo(0.4, within(1e-12));
    assertThat(found.levels().values()).isEqualTo(12);
  }

  /** Statistics of SciPy; the likelihood ratio by maximizing the restricted likelihood itself. */
  @Test
  void separatedAgentsAgreeWithAnIndependentProgram() {
    Differentiation found =
        AgentDifferentiation.of(
            new double[][] {{9, 7, 6, 8, 7}, {3, 4, 2, 5, 1}, {5, 6, 8, 7, 9}, {1, 2, 2, 0, 3}});
    assertTest(found.levels(), 17.054421768707485, 0.00012615855924708223, 1e-12);
    assertTest(found.slopes(), 1.4714828897338406, 0.28666652732041803, 1e-12);
    assertTest(found.variance(), 18.505295604954412, 8.471643869488417e-06, 1e-10);
    assertThat(found.eitherUncorrected().orElseThrow())
        .isCloseTo(0.00012615855924708223, within(1e-12));
    assertThat(found.eitherPValue().orElseThrow())
        .isCloseTo(2 * 0.00012615855924708223, within(1e-12));
  }

  @Test
  void aVarianceThatWouldBeNegativeIsNone() {
    // Below the residual, and the same with the rounds' mean square below it as well.
    for (double[][] values :
        new double[][][] {
          {{1, 4, 2, 3, 7}, {2, 1, 3, 4, 5}, {3, 3, 2, 2, 6}},
          {{1, 4, 2, 3}, {2, 1, 4, 1}, {3, 1, 3, 2.5}}
        }) {
      Differentiation found = AgentDifferentiation.of(values);
      assertThat(found.variance().statistic()).hasValue(0);
      assertThat(found.variance().pValue()).hasValue(1);
      assertThat(found.intraclassShare()).hasValue(0);
    }
  }

  @Test
  void shiftingAndScalingChangesNoTest() {
    double[][] moved =
        Arrays.stream(THREE)
            .map(row -> Arrays.stream(row).map(x -> 1e6 - 0.001 * x).toArray())
            .toArray(double[][]::new);
    Differentiation found = AgentDifferentiation.of(moved);
    assertTest(found.levels(), 7.0 / 3, 0.177978515625, 1e-5);
    assertTest(found.slopes(), 0.5, 0.64, 1e-5);
  }

  @Test
  void slopesAreTakenAgainstTheNumbersOfTheRounds() {
    double[][] values = {{0, 1, 3, 4.1}, {0, -1, -3, -4}, {0.2, 0, 0, 0}};
    Differentiation gap = AgentDifferentiation.of(values, new int[] {1, 2, 4, 5});
    assertThat(gap.trends().get(0).slope()).isCloseTo(1, within(0.1));
    assertThat(gap.slopes().pValue().orElseThrow())
        .isLessThan(AgentDifferentiation.of(values).slopes().pValue().orElseThrow());
  }

  @Test
  void agentsInLockstepLeaveNothingToCompareWith() {
    Differentiation found =
        AgentDifferentiation.of(new double[][] {{0.1, 0.3, 0.7}, {1.1, 1.3, 1.7}});
    assertThat(found.levels().status()).isEqualTo(TestStatus.NO_RESIDUAL);
    assertThat(found.levels().reason())
        .hasValue("agents, rounds and levels leave no spread to compare with");
    assertThat(found.variance().pValue()).isEmpty();
    assertThat(found.eitherPValue()).isEmpty();
    assertThat(found.intraclassShare()).hasValue(1);
    assertThat(found.trends().get(0).level()).isCloseTo(-0.5, within(1e-12));
  }

  @Test
  void constantValuesHaveNoShareAtAll() {
    Differentiation found =
        AgentDifferentiation.of(new double[][] {{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}});
    assertThat(found.intraclassShare()).isEmpty();
    assertThat(found.levels().pValue()).isEmpty();
  }

  @Test
  void twoRoundsHaveLevelsButNoSlopes() {
    Differentiation found = AgentDifferentiation.of(new double[][] {{1, 2}, {3, 5}, {2, 2}});
    assertThat(found.levels().pValue()).isPresent();
    assertThat(found.slopes().reason()).hasValue("3 or more rounds are needed for the slopes");
    assertThat(found.eitherPValue()).isEqualTo(found.levels().pValue());
  }

  @Test
  void oneAgentHasNobodyToDifferFrom() {
    Differentiation found = AgentDifferentiation.of(new double[][] {{1, 2, 3}});
    assertThat(found.levels().status()).isEqualTo(TestStatus.TOO_FEW);
    assertThat(found.slopes().reason())
        .hasValue("agents x rounds is 1 x 3, and 2 x 2 is the least");
    assertThat(found.trends()).isEmpty();
    assertThat(AgentDifferentiation.of(new double[0][]).levels().status())
        .isEqualTo(TestStatus.TOO_FEW);
  }

  @Test
  void tablesWithHolesAreRefused() {
    assertThatThrownBy(() -> AgentDifferentiation.of(new double[][] {{1, 2}, {1}}))
        .hasMessage("Invalid number of rounds 1: expected as many as 2");
    assertThatThrownBy(() -> AgentDifferentiation.of(new double[][] {{1, 2}, {1, Double.NaN}}))
        .hasMessage("Invalid value NaN: expected a finite number");
  }

  @Test
  void alikeAgentsAreToldApartAsOftenAsTheLevelSays() {
    long seed = 9;
    SplittableRandom random = new SplittableRandom(seed);
    int repetitions = 2_000;
    int[] found = new int[4];
    for (int repetition = 0; repetition < repetitions; repetition++) {
      double[] common = random.doubles(12).map(u -> 5 * u).toArray();
      double[][] values =
          IntStream.range(0, 6)
              .mapToObj(i -> Arrays.stream(common).map(c -> c + random.nextGaussian()).toArray())
              .toArray(double[][]::new);
      Differentiation group = AgentDifferentiation.of(values);
      found[0] += group.levels().pValue().orElseThrow() <= 0.05 ? 1 : 0;
      found[1] += group.slopes().pValue().orElseThrow() <= 0.05 ? 1 : 0;
      found[2] += group.eitherPValue().orElseThrow() <= 0.05 ? 1 : 0;
      found[3] += group.eitherUncorrected().orElseThrow() <= 0.05 ? 1 : 0;
    }
    double[] rates = Arrays.stream(found).mapToDouble(f -> (double) f / repetitions).toArray();
    // The tests are nearly independent: 1 - 0.975^2 with Holm, 1 - 0.95^2 without.
    assertThat(rates)
        .as("seed %d", seed)
        .containsExactly(new double[] {0.05, 0.05, 0.0494, 0.0975}, within(0.017));
  }
}
