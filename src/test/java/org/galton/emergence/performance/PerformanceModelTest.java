package org.galton.emergence.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.galton.emergence.performance.PerformanceModel.Conditions;
import org.galton.emergence.performance.PerformanceModel.Weights;
import org.galton.statistics.regression.Coefficient;
import org.galton.statistics.regression.LogisticStatus;
import org.junit.jupiter.api.Test;

class PerformanceModelTest {
  private static final PerformanceModel MODEL = PerformanceModel.withDefaults();
  private static final String SUCCESS = "101100110110011011001101100110";
  private static final String LASTED = "110110111011101110111011011111";

  private static List<GroupOutcome> thirty(IntPredicate lasted) {
    return IntStream.range(0, 30)
        .mapToObj(
            i -> {
              String condition = List.of("a", "b", "c").get(i % 3);
              OptionalDouble error = OptionalDouble.of((i * 17) % 29 - 10);
              boolean success = SUCCESS.charAt(i) == '1';
              return lasted.test(i)
                  ? GroupOutcome.lasted(
                      condition,
                      error,
                      OptionalDouble.of((i * 7) % 11 / 10.0 + 0.03 * i),
                      OptionalDouble.of((i * 5) % 13 / 12.0 - 0.01 * i),
                      success)
                  : GroupOutcome.ended(condition, error, success);
            })
        .toList();
  }

  private static GroupOutcome group(double synergy, double redundancy, boolean success) {
    return GroupOutcome.lasted(
        "only",
        OptionalDouble.empty(),
        OptionalDouble.of(synergy),
        OptionalDouble.of(redundancy),
        success);
  }

  /** So many successes and failures at each corner of the unit square. */
  private static List<GroupOutcome> square(int[][] counts) {
    List<GroupOutcome> groups = new ArrayList<>();
    for (int corner = 0; corner < 4; corner++) {
      for (int outcome = 0; outcome < 2; outcome++) {
        groups.addAll(
            Collections.nCopies(
                counts[corner][outcome],
                group(Math.floorDiv(corner, 2), corner % 2, outcome == 0)));
      }
    }
    return groups;
  }

  private static PerformanceFit.Accepted accepted(PerformanceFit fit) {
    assertThat(fit).isInstanceOf(PerformanceFit.Accepted.class);
    return (PerformanceFit.Accepted) fit;
  }

  private static void assertRefused(PerformanceFit fit, LogisticStatus status, String reason) {
    assertThat(fit).isInstanceOf(PerformanceFit.Refused.class);
    assertThat(fit.status()).isEqualTo(status);
    assertThat(((PerformanceFit.Refused) fit).reason()).isEqualTo(reason);
  }

  @Test
  void fourCornersGiveTheRatioOfTheirOddsRatios() {
    int[][] counts = {{5, 9}, {6, 7}, {4, 8}, {11, 3}};
    List<GroupOutcome> groups = square(counts);
    PerformanceFit.Accepted fit = accepted(MODEL.fit(groups));
    Coefficient interaction = fit.regression().coefficient(PerformanceModel.INTERACTION);
    double units = fit.synergy().scale().deviation() * fit.redundancy().scale().deviation();
    double ratio = Math.log(11.0 / 3) - Math.log(4.0 / 8) - Math.log(6.0 / 7) + Math.log(5.0 / 9);
    double variance = 0;
    for (int[] corner : counts) {
      variance += 1.0 / corner[0] + 1.0 / corner[1];
    }
    assertThat(interaction.value()).isCloseTo(units * ratio, within(1e-12));
    assertThat(interaction.standardError()).isCloseTo(units * Math.sqrt(variance), within(1e-12));
    assertThat(interaction.oddsRatio()).isCloseTo(Math.exp(units * ratio), within(1e-12));
    assertThat(interaction.oddsRatioInterval(0.95).contains(interaction.oddsRatio())).isTrue();
    assertThat(fit.weights().status()).isEqualTo(WeightStatus.ALL_LASTED);
    assertThat(fit.weights().effectiveGroups()).isEqualTo(53);
  }

  @Test
  void valuesOfAnIndependentProgram() {
    PerformanceFit.Accepted fit = accepted(MODEL.fit(thirty(i -> true)));
    assertCoefficients(
        fit,
        new double[] {0.77975855, 0.26081953, 0.01738778, 0.31399763, -0.80922866, -0.69593377},
        new double[] {0.69767653, 0.39303998, 0.40114038, 0.42007133, 0.9508289, 0.97598221});
    assertThat(fit.groupsByCondition()).containsEntry("b", 10);
  }

  @Test
  void groupsThatEndedEarlyGiveWeightsAndTheSandwich() {
    PerformanceFit.Accepted fit = accepted(MODEL.fit(thirty(i -> LASTED.charAt(i) == '1')));
    assertCoefficients(
        fit,
        new double[] {0.13170633, 0.53167888, 0.02364395, 0.6319521, -0.36480715, -0.64922258},
        new double[] {0.81143218, 0.63017279, 0.57636944, 0.57860709, 1.15383698, 1.07593044});
    assertThat(fit.weights().status()).isEqualTo(WeightStatus.INVERSE_PROBABILITY);
    assertThat(fit.weights().largest()).isCloseTo(1.1397826015030226, within(1e-12));
    assertThat(fit.weights().effectiveGroups()).isCloseTo(22.66485522350556, within(1e-10));
    assertThat(fit.groups()).isEqualTo(23);
    assertThat(fit.groupsLeftOut()).isEqualTo(7);
  }

  private static void assertCoefficients(
      PerformanceFit.Accepted fit, double[] values, double[] errors) {
    assertThat(fit.regression().coefficients().stream().map(Coefficient::term))
        .containsExactly(
            "intercept",
            "synergy",
            "redundancy",
            "synergy x redundancy",
            "condition b",
            "condition c");
    for (int j = 0; j < values.length; j++) {
      Coefficient found = fit.regression().coefficients().get(j);
      assertThat(found.value()).isCloseTo(values[j], within(1e-8));
      assertThat(found.standardError()).isCloseTo(errors[j], within(1e-8));
    }
  }

  @Test
  void anotherReferenceMovesTheLevelsOnly() {
    PerformanceFit.Accepted fit = accepted(MODEL.withReference("c").fit(thirty(i -> true)));
    assertThat(fit.regression().coefficient(PerformanceModel.INTERACTION).value())
        .isCloseTo(0.31399763, within(1e-8));
    assertThat(fit.regression().coefficient("condition a").value())
        .isCloseTo(0.69593377, within(1e-8));
    assertThat(
            accepted(MODEL.with(Conditions.POOLED).fit(thirty(i -> true)))
                .regression()
                .coefficients())
        .hasSize(4);
  }

  @Test
  void theOrderOfTheGroupsDoesNotMatter() {
    List<GroupOutcome> groups = thirty(i -> LASTED.charAt(i) == '1');
    List<GroupOutcome> shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(MODEL.fit(shuffled)).isEqualTo(MODEL.fit(groups));
  }

  @Test
  void aConditionThatLostNoGroupIsCertainToLast() {
    // Of c all last; of a and b so many that the model of the others has a maximum.
    List<GroupOutcome> groups = thirty(i -> i % 3 == 2 || LASTED.charAt(i) == '1');
    PerformanceFit.Accepted fit = accepted(MODEL.fit(groups));
    assertThat(fit.weights().status()).isEqualTo(WeightStatus.INVERSE_PROBABILITY);
    LastingWeights weights = LastingWeights.of(groups);
    assertThat(weights.of(groups.get(2))).isEqualTo(fit.groups() / 30.0);
  }

  @Test
  void weightsThatCannotBeHadAreSaidToBeMissing() {
    List<GroupOutcome> groups = new ArrayList<>(thirty(i -> LASTED.charAt(i) == '1'));
    assertThat(MODEL.with(Weights.EQUAL).fit(groups).weights().status())
        .isEqualTo(WeightStatus.NOT_ASKED);
    groups.add(GroupOutcome.ended("a", OptionalDouble.empty(), true));
    assertThat(MODEL.fit(groups).weights().status()).isEqualTo(WeightStatus.NO_FIRST_ERROR);
    // The smallest errors end: the first error tells who ends without exception.
    WeightReport separated = MODEL.fit(thirty(i -> (i * 17) % 29 >= 7)).weights();
    assertThat(separated.status()).isEqualTo(WeightStatus.NOT_FITTED);
    assertThat(separated.reason().orElseThrow())
        .startsWith("a combination of terms tells the outcomes apart without error (");
    assertThat(separated.largest()).isEqualTo(1);
  }

  @Test
  void whatCannotBeRegressedIsRefusedWithItsReason() {
    assertRefused(
        MODEL.fit(square(new int[][] {{5, 0}, {6, 0}, {4, 0}, {11, 0}})),
        LogisticStatus.ONE_OUTCOME,
        "26 of 26 groups succeeded");
    assertRefused(
        MODEL.fit(List.of(group(0, 1, true), group(1, 0, false), group(1, 1, true))),
        LogisticStatus.TOO_FEW_ROWS,
        "3 groups with figures for 4 terms");
    assertRefused(
        MODEL.fit(square(new int[][] {{5, 3}, {6, 2}, {0, 0}, {0, 0}})),
        LogisticStatus.COLLINEAR,
        "synergy is the same in all 16 groups");
    assertRefused(
        MODEL.fit(square(new int[][] {{5, 3}, {0, 0}, {4, 4}, {0, 0}})),
        LogisticStatus.COLLINEAR,
        "redundancy is the same in all 16 groups");
    assertRefused(
        MODEL.fit(square(new int[][] {{5, 3}, {6, 2}, {4, 4}, {7, 0}})),
        LogisticStatus.SEPARATED,
        "22 successes and 9 failures by intercept, synergy, redundancy, synergy x redundancy");
    assertRefused(
        MODEL.fit(List.of()), LogisticStatus.TOO_FEW_ROWS, "0 groups with figures for 4 terms");
  }

  @Test
  void aGroupThatEndedEarlyHasNoFigures() {
    OptionalDouble one = OptionalDouble.of(1);
    assertThatThrownBy(() -> new GroupOutcome("a", false, one, one, one, true))
        .hasMessageStartingWith("Invalid group that ended before the window did with synergy");
    assertThatThrownBy(() -> group(Double.NaN, 1, true))
        .hasMessage("Invalid synergy NaN: expected a finite number");
  }
}
