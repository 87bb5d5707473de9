package org.galton.emergence.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.Groups;
import org.galton.emergence.PairStatistic;
import org.galton.emergence.Statistic;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of three agents over twelve rounds that were computed by another program. */
class WorkedExampleTest {
  private static final Offset<Double> DIGITS = within(5.1e-7);

  private static GroupMeasures measured(DiscreteEstimator estimator, Counting counting) {
    return GroupDiagnostics.with(EmergenceSettings.withDefaults().withEstimator(estimator))
        .with(counting)
        .measure(Groups.worked());
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void plugIn(Counting counting) {
    GroupMeasures found = measured(DiscreteEstimator.PLUG_IN, counting);
    assertSynergy(found, PidMeasure.IMIN, 0.172740, 0.214957, 0.207880);
    assertSynergy(found, PidMeasure.MMI, 0.172740, 0.214957, 0.489711);
    assertSynergy(found, PidMeasure.BROJA, 0, 0.164698, 0.124944);
    assertRedundancy(found, 0.322501, 0.084939, 0.098119);
    assertThat(found.values().get(capacity())).isCloseTo(0.207880, DIGITS);
    assertThat(found.values().get(GroupStatistic.MACRO_INFORMATION)).isCloseTo(0.072057, DIGITS);
    assertThat(found.values().get(GroupStatistic.S_MACRO)).isCloseTo(-0.014469, DIGITS);
    assertThat(found.values().get(GroupStatistic.I3)).isCloseTo(0.198131, DIGITS);
    assertThat(found.values().get(GroupStatistic.G3)).isCloseTo(0, DIGITS);
    assertThat(found.values().get(GroupStatistic.TOTAL_STABILITY)).isCloseTo(0.199321, DIGITS);
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void jeffreys(Counting counting) {
    GroupMeasures found = measured(DiscreteEstimator.JEFFREYS, counting);
    assertSynergy(found, PidMeasure.IMIN, 0.055609, 0.071559, 0.055698);
    assertSynergy(found, PidMeasure.MMI, 0.055609, 0.071559, 0.130585);
    assertSynergy(found, PidMeasure.BROJA, 0.020767, 0.053905, 0.040866);
    assertRedundancy(found, 0.073461, 0.031447, 0.016836);
    assertThat(found.values().get(capacity())).isCloseTo(0.055698, DIGITS);
    assertThat(found.values().get(GroupStatistic.MACRO_INFORMATION)).isCloseTo(0.048339, DIGITS);
    assertThat(found.values().get(GroupStatistic.S_MACRO)).isCloseTo(-0.010038, DIGITS);
    assertThat(found.values().get(GroupStatistic.I3)).isCloseTo(0.047325, DIGITS);
    assertThat(found.values().get(GroupStatistic.G3)).isCloseTo(0.001948, DIGITS);
    assertThat(found.values().get(GroupStatistic.TOTAL_STABILITY)).isCloseTo(0.047419, DIGITS);
  }

  @Test
  void statusAndFlags() {
    GroupMeasures found = measured(DiscreteEstimator.JEFFREYS, Counting.FASTEST);
    assertThat(found.status()).isEqualTo(Status.MEASURED);
    assertThat(found.transitions()).isEqualTo(11);
    assertThat(found.flags()).containsExactly(Flag.UNDERSAMPLED);
    assertThat(found.triplets()).hasSize(1);
    assertThat(found.members()).hasSize(3);
    assertThat(found.members().get(0).level()).isCloseTo(55.0 / 12, within(1e-12));
  }

  private static Statistic capacity() {
    return new PairStatistic(PairStatistic.Summary.CAPACITY, PidMeasure.IMIN);
  }

  private static List<PairMeasure> pairs(GroupMeasures found, PidMeasure measure) {
    return found.pairs().stream().filter(pair -> pair.measure() == measure).toList();
  }

  private static void assertSynergy(GroupMeasures found, PidMeasure measure, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(pairs(found, measure).get(i).atoms().synergy()).isCloseTo(expected[i], DIGITS);
    }
  }

  private static void assertRedundancy(GroupMeasures found, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(pairs(found, PidMeasure.IMIN).get(i).atoms().redundancy())
          .isCloseTo(expected[i], DIGITS);
    }
  }
}
