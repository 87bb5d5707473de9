package org.galton.emergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.galton.emergence.diagnosis.Counting;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.emergence.diagnosis.GroupMeasures;
import org.galton.emergence.diagnosis.TripletMeasure;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Systems whose figures follow from their transition probabilities. */
class KnownSystemsTest {
  private static final double STAYS_THREE_OF_FOUR = 0.188722;
  private static final Offset<Double> DIGITS = within(5.1e-7);

  private static GroupMeasures measured(GroupTrajectory group, Counting counting) {
    return GroupDiagnostics.with(
            EmergenceSettings.withDefaults().withEstimator(DiscreteEstimator.PLUG_IN))
        .with(counting)
        .measure(group);
  }

  private static GroupTrajectory bits(int agents, int[] states) {
    return Groups.of(
        "g",
        IntStream.range(0, agents)
            .mapToObj(bit -> Cycle.bit(states, bit))
            .toArray(double[][]::new));
  }

  private static GroupTrajectory withParity(int[] states) {
    Map<Integer, Double> parity = new HashMap<>();
    for (int t = 0; t < states.length; t++) {
      parity.put(t + 1, (double) (Integer.bitCount(states[t]) % 2));
    }
    return bits(2, states).withMacro(parity);
  }

  private static void assertPairs(GroupMeasures found, double imin, double broja) {
    assertValue(found, PidMeasure.IMIN, imin);
    assertValue(found, PidMeasure.MMI, imin);
    assertValue(found, PidMeasure.BROJA, broja);
  }

  private static void assertValue(GroupMeasures found, PidMeasure measure, double expected) {
    assertThat(found.values().get(new PairStatistic(PairStatistic.Summary.CAPACITY, measure)))
        .as(measure.name())
        .isCloseTo(expected, DIGITS);
  }

  private static void assertValue(GroupMeasures found, GroupStatistic statistic, double expected) {
    assertThat(found.values().get(statistic)).as(statistic.label()).isCloseTo(expected, DIGITS);
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void independentWithoutMemory(Counting counting) {
    GroupMeasures found = measured(bits(2, Cycle.of(4, (from, to) -> 1)), counting);
    assertPairs(found, 0, 0);
    assertThat(found.values())
        .doesNotContainKeys(GroupStatistic.I3, GroupStatistic.G3, GroupStatistic.TOTAL_STABILITY);
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void oneFollowsTheExclusiveOr(Counting counting) {
    int[] states = Cycle.of(4, (from, to) -> (to & 1) == Integer.bitCount(from) % 2 ? 1 : 0);
    GroupMeasures found = measured(withParity(states), counting);
    assertPairs(found, 1, 1);
    assertValue(found, GroupStatistic.S_MACRO, 0);
    assertValue(found, GroupStatistic.DELTA, 1);
    assertValue(found, GroupStatistic.GAMMA, 1);
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void parityPersists(Counting counting) {
    int[] states = Cycle.of(4, (from, to) -> Integer.bitCount(from ^ to) % 2 == 0 ? 3 : 1);
    GroupMeasures found = measured(withParity(states), counting);
    assertPairs(found, STAYS_THREE_OF_FOUR, STAYS_THREE_OF_FOUR);
    assertValue(found, GroupStatistic.S_MACRO, STAYS_THREE_OF_FOUR);
    assertValue(found, GroupStatistic.DELTA, 0);
    assertValue(found, GroupStatistic.GAMMA, 0);
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void copiesOfOneDriver(Counting counting) {
    int[] states = Cycle.of(2, (from, to) -> from == to ? 3 : 1);
    double[] driver = Cycle.bit(states, 0);
    GroupMeasures found = measured(Groups.of("g", driver, driver, driver, driver), counting);
    assertPairs(found, 0, 0);
    assertThat(
            found
                .values()
                .get(new PairStatistic(PairStatistic.Summary.REDUNDANCY, PidMeasure.BROJA)))
        .isCloseTo(STAYS_THREE_OF_FOUR, DIGITS);
    assertValue(found, GroupStatistic.S_MACRO, -3 * STAYS_THREE_OF_FOUR);
    assertValue(found, GroupStatistic.I3, STAYS_THREE_OF_FOUR);
    assertValue(found, GroupStatistic.G3, 0);
  }

  /** 64 transitions and 65 rounds: always counted in tables. */
  @ParameterizedTest
  @EnumSource(Counting.class)
  void twoIndependentPersistentAgents(Counting counting) {
    int[] states =
        Cycle.of(
            4,
            (from, to) -> ((from ^ to) & 1) == 0 ? stays(from, to, 9, 3) : stays(from, to, 3, 1));
    GroupMeasures found = measured(bits(2, states), counting);
    assertPairs(found, STAYS_THREE_OF_FOUR, 0);
  }

  private static int stays(int from, int to, int yes, int no) {
    return from >> 1 == to >> 1 ? yes : no;
  }

  /**
   * Only all three together know the fourth, which decides the sum. A last round after a gap makes
   * the median of the sum fall between its halves.
   */
  @ParameterizedTest
  @EnumSource(Counting.class)
  void threeTogether(Counting counting) {
    int[] states = Cycle.of(16, (from, to) -> to >> 3 == Integer.bitCount(from & 7) % 2 ? 1 : 0);
    List<Observation> observations = new ArrayList<>();
    for (int t = 0; t < states.length; t++) {
      observe(observations, t, states[t]);
    }
    observe(observations, states.length + 5, 15 - states[0]);
    GroupMeasures found = measured(GroupTrajectory.of("g", observations), counting);
    assertThat(found.transitions()).isEqualTo(128);
    assertPairs(found, 0, 0);
    assertValue(found, GroupStatistic.I3_MAX, 1);
    assertValue(found, GroupStatistic.G3_MAX, 1);
    assertValue(found, GroupStatistic.I3, 0);
    TripletMeasure top = found.triplets().get(0);
    assertThat(List.of(top.first(), top.second(), top.third())).containsExactly("1", "2", "3");
    assertThat(top.stability().orElseThrow()).isCloseTo(1, DIGITS);
  }

  private static void observe(List<Observation> observations, int round, int state) {
    for (int bit = 0; bit < 4; bit++) {
      double value = (state >> bit & 1) * (bit == 3 ? 10 : 1);
      observations.add(new Observation(round, "" + (bit + 1), value));
    }
  }

  /** O-information of three states: an exclusive or is synergy, copies are redundancy. */
  @ParameterizedTest
  @EnumSource(Counting.class)
  void oInformationOfStates(Counting counting) {
    int[] rounds = {0, 3, 5, 6, 0, 3, 5, 6, 0, 3, 5, 6};
    GroupMeasures found = measured(bits(3, rounds), counting);
    assertThat(found.triplets().get(0).oInformation()).isCloseTo(-1, within(1e-12));
    double[] bit = Cycle.bit(rounds, 0);
    GroupMeasures copies = measured(Groups.of("g", bit, bit, bit), counting);
    assertThat(copies.triplets().get(0).oInformation()).isCloseTo(1, within(1e-12));
  }
}
