package org.galton.emergence.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Groups;
import org.galton.emergence.NullModel;
import org.galton.emergence.Observation;
import org.galton.emergence.Statistic;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EdgeCasesTest {
  private final GroupDiagnostics diagnostics =
      GroupDiagnostics.with(EmergenceSettings.withDefaults());

  @Test
  void sevenTransitionsAreTooFew() {
    GroupMeasures found = diagnostics.measure(Groups.noise(3, 8, 1));
    assertThat(found.status()).isEqualTo(Status.TOO_SHORT);
    assertThat(found.transitions()).isEqualTo(7);
    assertThat(found.values()).isEmpty();
    assertThat(diagnostics.measure(Groups.noise(3, 9, 1)).status()).isEqualTo(Status.MEASURED);
    assertThatThrownBy(() -> diagnostics.nulls(Groups.noise(3, 8, 1), NullModel.ROW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot test group 'noise 1': its status is too_short");
  }

  @Test
  void seventeenRoundsFillTheTables() {
    assertThat(diagnostics.measure(Groups.noise(3, 16, 1)).flags())
        .containsExactly(Flag.UNDERSAMPLED);
    assertThat(diagnostics.measure(Groups.noise(3, 17, 1)).flags()).isEmpty();
  }

  @Test
  void oneAgentIsNoGroup() {
    GroupMeasures found = diagnostics.measure(Groups.noise(1, 20, 1));
    assertThat(found.status()).isEqualTo(Status.TOO_FEW_AGENTS);
    assertThat(found.values()).isEmpty();
    assertThat(diagnostics.measure(GroupTrajectory.of("none", List.of())).status())
        .isEqualTo(Status.TOO_FEW_AGENTS);
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void twoAgentsHaveNoTriplets(Counting counting) {
    GroupDiagnostics counted = diagnostics.with(counting);
    GroupMeasures found = counted.measure(Groups.noise(2, 20, 1));
    assertThat(found.triplets()).isEmpty();
    assertThat(found.values()).hasSize(13).containsKey(GroupStatistic.S_MACRO);
    NullMeasures nulls = counted.nulls(Groups.noise(2, 20, 1), NullModel.SHIFT);
    assertThat(nulls.statistics()).hasSize(13);
    assertThat(nulls.triplets()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void aConstantAgentSaysNothingAndStays(Counting counting) {
    double[][] values = Groups.noise(4, 20, 2).values();
    values[1] = new double[20];
    GroupMeasures found = diagnostics.with(counting).measure(Groups.of("g", values));
    assertThat(found.flags()).containsExactly(Flag.CONSTANT_AGENT);
    assertThat(found.members().get(1).letters()).isEqualTo(1);
    assertThat(found.members().get(1).predictability()).isZero();
    assertThat(found.pairs()).hasSize(18);
    assertThat(found.pairs())
        .filteredOn(pair -> pair.first().equals("a02") || pair.second().equals("a02"))
        .hasSize(9)
        .allSatisfy(
            pair -> {
              assertThat(pair.atoms().synergy()).isZero();
              assertThat(pair.atoms().redundancy()).isZero();
            });
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void constantSeriesAreDegenerate(Counting counting) {
    GroupDiagnostics counted = diagnostics.with(counting);
    GroupTrajectory group = Groups.of("still", new double[20], new double[20], new double[20]);
    GroupMeasures found = counted.measure(group);
    assertThat(found.status()).isEqualTo(Status.DEGENERATE);
    assertThat(found.values().values()).containsOnly(0.0);
    assertThat(found.values()).doesNotContainKey(GroupStatistic.TOTAL_STABILITY);
    assertThat(found.flags()).contains(Flag.CONSTANT_AGENT, Flag.CONSTANT_MACRO);
    assertThat(counted.refusal(group, NullModel.ROW))
        .contains("Cannot test group 'still': its status is degenerate");
  }

  /** Two agents that cancel each other. */
  @ParameterizedTest
  @EnumSource(Counting.class)
  void aConstantMacroStateHasNoStability(Counting counting) {
    double[] one = Groups.coarse(3, 30, 3, 4).values()[0];
    for (int t = 0; t < one.length; t++) {
      one[t] = t * t % 5;
    }
    double[] other = one.clone();
    for (int t = 0; t < one.length; t++) {
      other[t] = -one[t];
    }
    GroupTrajectory group = Groups.of("g", one, other, new double[30]);
    GroupMeasures found = diagnostics.with(counting).measure(group);
    assertThat(found.flags()).contains(Flag.CONSTANT_MACRO);
    assertThat(found.values()).doesNotContainKey(GroupStatistic.TOTAL_STABILITY);
    assertThat(found.values().get(GroupStatistic.I3)).isZero();
    assertThat(found.triplets().get(0).stability()).isEmpty();
    assertThat(diagnostics.with(counting).nulls(group, NullModel.SHIFT).statistics())
        .extracting(StatisticNull::statistic)
        .doesNotContain(GroupStatistic.TOTAL_STABILITY);
  }

  @Test
  void transitionsDoNotCrossMissingRounds() {
    double[][] values = Groups.noise(3, 20, 5).values();
    List<Observation> observations = new ArrayList<>();
    for (int t = 0; t < 20; t++) {
      for (int i = 0; i < 3; i++) {
        if (t != 7 || i != 1) {
          observations.add(new Observation(t, "a" + i, values[i][t]));
        }
      }
    }
    GroupMeasures found = diagnostics.measure(GroupTrajectory.of("g", observations));
    assertThat(found.rounds()).isEqualTo(19);
    assertThat(found.transitions()).isEqualTo(17);
    assertThat(found.incompleteRounds()).isEqualTo(1);
    assertThat(found.flags()).containsExactly(Flag.INCOMPLETE_ROUNDS);
  }

  @Test
  void searchersNeedATarget() {
    assertThat(diagnostics.refusal(Groups.noise(3, 20, 1), NullModel.FUNCTIONAL))
        .contains(
            "Cannot test group 'noise 1' against the null functional: it has no target to search"
                + " for");
    assertThat(diagnostics.refusal(Groups.noise(3, 20, 1).withTarget(60), NullModel.FUNCTIONAL))
        .isEmpty();
  }

  @Test
  void noFigureIsInfinite() {
    GroupDiagnostics plugIn =
        GroupDiagnostics.with(
            EmergenceSettings.withDefaults()
                .withEstimator(DiscreteEstimator.PLUG_IN)
                .withMinTransitions(1));
    for (int seed = 0; seed < 40; seed++) {
      for (Counting counting : Counting.values()) {
        Map<Statistic, Double> values =
            plugIn.with(counting).measure(Groups.coarse(4, 3 + seed % 6, 3, seed)).values();
        assertThat(values.values()).allSatisfy(value -> assertThat(value).isFinite());
      }
    }
  }

  @Test
  void estimatorsWithoutATableGoWithMmiOnly() {
    EmergenceSettings settings =
        EmergenceSettings.withDefaults().withEstimator(DiscreteEstimator.MILLER_MADOW);
    assertThatThrownBy(() -> GroupDiagnostics.with(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid measure IMIN: expected MMI, the only one that goes with the estimator"
                + " MILLER_MADOW");
    GroupMeasures found =
        GroupDiagnostics.with(settings.withMeasures(List.of(PidMeasure.MMI)))
            .measure(Groups.worked());
    assertThat(found.values()).hasSize(12);
  }

  @Test
  void threeBinsAndLags() {
    GroupDiagnostics three =
        GroupDiagnostics.with(
            EmergenceSettings.withDefaults()
                .withBins(3)
                .withMeasures(List.of(PidMeasure.IMIN, PidMeasure.MMI)));
    GroupMeasures found = three.measure(Groups.noise(4, 40, 3));
    assertThat(found.flags()).containsExactly(Flag.UNDERSAMPLED);
    assertThat(found.members()).allSatisfy(agent -> assertThat(agent.letters()).isEqualTo(3));
    GroupMeasures late =
        GroupDiagnostics.with(EmergenceSettings.withDefaults().withLag(5))
            .measure(Groups.noise(4, 12, 3));
    assertThat(late.transitions()).isEqualTo(7);
    assertThat(late.status()).isEqualTo(Status.TOO_SHORT);
  }
}
