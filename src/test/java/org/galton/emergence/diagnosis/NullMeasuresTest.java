package org.galton.emergence.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.emergence.Cycle;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.Groups;
import org.galton.emergence.NullModel;
import org.galton.emergence.Statistic;
import org.galton.emergence.surrogate.PreparedGroup;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NullMeasuresTest {
  private static final EmergenceSettings SETTINGS =
      EmergenceSettings.withDefaults().withSurrogates(60);
  private final GroupDiagnostics diagnostics = GroupDiagnostics.with(SETTINGS);
  private final GroupTrajectory group = Groups.noise(5, 20, 11).withTarget(60);

  @ParameterizedTest
  @EnumSource(NullModel.class)
  void rangesOfReplicatesAddUp(NullModel model) {
    int[] whole = diagnostics.exceedances(group, model, 0, 60);
    int[] first = diagnostics.exceedances(group, model, 0, 23);
    int[] rest = diagnostics.with(Counting.TABLES).exceedances(group, model, 23, 60);
    Arrays.setAll(first, s -> first[s] + rest[s]);
    assertThat(first).containsExactly(whole);
    assertThat(diagnostics.nulls(group, model).statistics())
        .extracting(StatisticNull::exceedances)
        .containsExactlyElementsOf(Arrays.stream(whole).boxed().toList());
  }

  @Test
  void comparisonsWithSurrogates() {
    NullMeasures nulls = diagnostics.nulls(group, NullModel.SHIFT);
    Map<Statistic, Double> observed = diagnostics.measure(group).values();
    assertThat(nulls.replicates()).isEqualTo(60);
    for (StatisticNull one : nulls.statistics()) {
      assertThat(one.comparison().observed()).isEqualTo(observed.get(one.statistic()));
      assertThat(one.comparison().pValue()).isEqualTo((1.0 + one.exceedances()) / 61);
      assertThat(one.comparison().nullLow()).isLessThanOrEqualTo(one.comparison().nullMedian());
      assertThat(one.comparison().nullHigh()).isGreaterThanOrEqualTo(one.comparison().nullMedian());
    }
  }

  @Test
  void rowsKeepTheMacroState() {
    NullMeasures nulls = diagnostics.nulls(Groups.worked(), NullModel.ROW);
    StatisticNull macro =
        nulls.statistics().stream()
            .filter(one -> one.statistic() == GroupStatistic.MACRO_INFORMATION)
            .findFirst()
            .orElseThrow();
    assertThat(macro.exceedances()).isEqualTo(60);
    assertThat(macro.comparison().nullHigh()).isEqualTo(macro.comparison().observed());
  }

  @Test
  void aGivenMacroStateIsHeldAndTheSumOnRequest() {
    GroupTrajectory given = group.withMacro(sums());
    GroupDiagnostics held =
        GroupDiagnostics.with(SETTINGS.withMacroUnderNull(EmergenceSettings.MacroUnderNull.HELD));
    int[] one = diagnostics.exceedances(given, NullModel.SHIFT, 0, 60);
    assertThat(held.exceedances(group, NullModel.SHIFT, 0, 60)).containsExactly(one);
    assertThat(diagnostics.exceedances(group, NullModel.SHIFT, 0, 60)).isNotEqualTo(one);
  }

  private Map<Integer, Double> sums() {
    Map<Integer, Double> sums = new HashMap<>();
    double[][] values = group.values();
    for (int t = 0; t < 20; t++) {
      int place = t;
      sums.put(t + 1, Arrays.stream(values).mapToDouble(series -> series[place]).sum());
    }
    return sums;
  }

  /** Against the largest synergy of all pairs in each surrogate. */
  @Test
  void pairsAndParticipation() {
    DiagnosedGroup replicated =
        new DiagnosedGroup(PreparedGroup.of(group, SETTINGS), SETTINGS, Counting.FASTEST);
    double[] observed = replicated.diagnosis().synergy[0].clone();
    List<double[]> drawn = new ArrayList<>();
    replicated.replicate(
        NullModel.SHIFT, 0, 60, (b, surrogate) -> drawn.add(surrogate.synergy[0].clone()));
    List<PairNull> pairs =
        diagnostics.nulls(group, NullModel.SHIFT).pairs().stream()
            .filter(pair -> pair.measure() == PidMeasure.IMIN)
            .toList();
    assertThat(pairs).hasSize(10);
    double ofFirst = 0;
    for (int pair = 0; pair < 10; pair++) {
      int place = pair;
      long reached =
          drawn.stream()
              .filter(one -> Arrays.stream(one).max().orElseThrow() >= observed[place] - 1e-12)
              .count();
      double[] own = drawn.stream().mapToDouble(one -> one[place]).sorted().toArray();
      assertThat(pairs.get(pair).exceedances()).isEqualTo((int) reached);
      assertThat(pairs.get(pair).median()).isCloseTo((own[29] + own[30]) / 2, within(1e-15));
      ofFirst += pair < 4 ? observed[pair] - (own[29] + own[30]) / 2 : 0;
    }
    Participation first = diagnostics.nulls(group, NullModel.SHIFT).participation().get(0);
    assertThat(first.agent()).isEqualTo("a01");
    assertThat(first.synergy()).isCloseTo(ofFirst / 4, within(1e-12));
  }

  @Test
  void tripletsAreThoseOfTheMeasures() {
    List<TripletMeasure> measured = diagnostics.measure(group).triplets();
    List<TripletNull> nulls = diagnostics.nulls(group, NullModel.ROW).triplets();
    assertThat(measured).hasSize(10);
    assertThat(nulls).hasSize(10);
    for (int t = 0; t < 10; t++) {
      assertThat(nulls.get(t).first()).isEqualTo(measured.get(t).first());
      assertThat(nulls.get(t).third()).isEqualTo(measured.get(t).third());
      assertThat(nulls.get(t).informationExceedances()).isBetween(0, 60);
    }
    assertThat(nulls.get(0).informationExceedances())
        .isLessThanOrEqualTo(nulls.get(9).informationExceedances());
  }

  /** Three agents lead the fourth, which decides the sum. */
  @Test
  void aCoalitionIsFound() {
    int[] states = Cycle.of(16, (from, to) -> to >> 3 == Integer.bitCount(from & 7) % 2 ? 1 : 0);
    double[] last = Cycle.bit(states, 3);
    Arrays.setAll(last, t -> 10 * last[t]);
    GroupTrajectory coalition =
        Groups.of("g", Cycle.bit(states, 0), Cycle.bit(states, 1), Cycle.bit(states, 2), last);
    NullMeasures nulls = diagnostics.nulls(coalition.first(60).orElseThrow(), NullModel.SHIFT);
    TripletNull top = nulls.triplets().get(0);
    assertThat(top.third()).isEqualTo("a03");
    assertThat(top.gainExceedances()).isZero();
  }
}
