package org.galton.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.emergence.diagnosis.GroupMeasures;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What ten agents that know nothing look like: means over 300 groups of another program. Five
 * standard errors of the difference, and the rounding of the printed means.
 */
class NoiseLevelsTest {
  private static final int THEIR_GROUPS = 300;

  @ParameterizedTest
  @CsvSource({
    "10,  PLUG_IN,  300, 0.345, 0.433, 0.227, -0.917, 0.652, 0.106",
    "10,  JEFFREYS, 300, 0.077, 0.094, 0.056, -0.575, 0.148, 0.037",
    "20,  PLUG_IN,  300, 0.213, 0.242, 0.179, -0.385, 0.351, 0.127",
    "20,  JEFFREYS, 300, 0.074, 0.087, 0.059, -0.313, 0.136, 0.041",
    "50,  JEFFREYS, 300, 0.043, 0.050, 0.035, -0.130, 0.076, 0.025",
    "200, JEFFREYS, 30,  0.012, 0.014, 0.010, -0.031, 0.022, 0.007"
  })
  void meansOverGroups(
      int rounds,
      DiscreteEstimator estimator,
      int groups,
      double imin,
      double mmi,
      double broja,
      double macro,
      double three,
      double gain) {
    GroupDiagnostics diagnostics =
        GroupDiagnostics.with(EmergenceSettings.withDefaults().withEstimator(estimator));
    List<GroupMeasures> found =
        IntStream.range(0, groups)
            .mapToObj(g -> diagnostics.measure(Groups.noise(10, rounds, 7_000L + g)))
            .toList();
    assertMean(found, capacity(PidMeasure.IMIN), imin);
    assertMean(found, capacity(PidMeasure.MMI), mmi);
    assertMean(found, capacity(PidMeasure.BROJA), broja);
    assertMean(found, GroupStatistic.S_MACRO, macro);
    assertMean(found, GroupStatistic.I3, three);
    assertMean(found, GroupStatistic.G3, gain);
  }

  private static Statistic capacity(PidMeasure measure) {
    return new PairStatistic(PairStatistic.Summary.CAPACITY, measure);
  }

  private static void assertMean(List<GroupMeasures> groups, Statistic statistic, double expected) {
    double[] values = groups.stream().mapToDouble(g -> g.values().get(statistic)).toArray();
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double squares =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .sum();
    double variance = squares / (values.length - 1);
    double error = Math.sqrt(variance / values.length + variance / THEIR_GROUPS);
    assertThat(mean).as(statistic.label()).isCloseTo(expected, within(5 * error + 0.0005));
  }
}
