package org.galton.emergence.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.galton.emergence.Detrending;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.NullModel;
import org.galton.emergence.PairStatistic;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.information.PidMeasure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many of 150 groups without coordination each null calls significant at 5 %, beside another
 * program's 60 to 100 groups. Four standard errors of the difference.
 */
class EmergenceCoverage {
  private static final int GROUPS = 150;
  private static final int THEIR_GROUPS = 80;
  private static final double LEVEL = 0.05;

  @ParameterizedTest
  @CsvSource({
    "IID,        NONE,   ROW,         5,  3,  -,  -",
    "IID,        NONE,   BLOCK,       8,  5,  -,  -",
    "IID,        NONE,   SHIFT,       7,  3,  -,  -",
    "IID,        NONE,   TIME,        6,  3,  -,  -",
    "PERSISTENT, NONE,   ROW,        58, 69,  0, 50",
    "PERSISTENT, NONE,   BLOCK,      51, 43,  0, 41",
    "PERSISTENT, NONE,   SHIFT,      14,  6,  7, 13",
    "PERSISTENT, NONE,   TIME,       60, 67,  -, 56",
    "PERSISTENT, LINEAR, BLOCK,      12, 16,  -,  -",
    "PERSISTENT, LINEAR, SHIFT,       1,  4,  -,  -",
  })
  void independentAgents(
      SimulatedGroup data,
      Detrending detrending,
      NullModel model,
      String imin,
      String mmi,
      String broja,
      String three) {
    List<Statistic> statistics =
        List.of(
            capacity(PidMeasure.IMIN),
            capacity(PidMeasure.MMI),
            capacity(PidMeasure.BROJA),
            GroupStatistic.I3);
    double[] found = percent(data, detrending, model, statistics);
    List<String> expected = List.of(imin, mmi, broja, three);
    for (int s = 0; s < found.length; s++) {
      if (!expected.get(s).equals("-")) {
        double percent = Double.parseDouble(expected.get(s));
        assertThat(found[s])
            .as(data + " " + model + " " + statistics.get(s).label())
            .isCloseTo(percent, within(4 * error(percent)));
      }
    }
  }

  /** The response to common feedback; the published data have another noise. */
  @ParameterizedTest
  @CsvSource({"ROW, 1", "BLOCK, 1", "SHIFT, 0", "TIME, 1", "FUNCTIONAL, 0"})
  void lockstep(NullModel model, double capacity) {
    double[] found =
        percent(
            SimulatedGroup.LOCKSTEP,
            Detrending.NONE,
            model,
            List.of(
                capacity(PidMeasure.IMIN),
                GroupStatistic.S_MACRO,
                GroupStatistic.I3,
                GroupStatistic.G3));
    assertThat(found[0]).isCloseTo(capacity, within(4 * error(capacity)));
    if (model == NullModel.FUNCTIONAL) {
      assertThat(Arrays.stream(found).max().orElseThrow()).isLessThan(5 + 4 * error(5));
    }
  }

  private static Statistic capacity(PidMeasure measure) {
    return new PairStatistic(PairStatistic.Summary.CAPACITY, measure);
  }

  /** Of the difference between both counts, in points; at least as for 3 %. */
  private static double error(double percent) {
    double share = Math.max(0.03, percent / 100);
    return 100 * Math.sqrt(share * (1 - share) * (1.0 / GROUPS + 1.0 / THEIR_GROUPS));
  }

  private static double[] percent(
      SimulatedGroup data, Detrending detrending, NullModel model, List<Statistic> statistics) {
    EmergenceSettings settings = EmergenceSettings.withDefaults().withDetrending(detrending);
    GroupDiagnostics diagnostics = GroupDiagnostics.with(settings);
    int[] places = statistics.stream().mapToInt(settings.statistics()::indexOf).toArray();
    int[][] exceedances =
        IntStream.range(0, GROUPS)
            .parallel()
            .mapToObj(g -> diagnostics.exceedances(data.group(g), model, 0, settings.surrogates()))
            .toArray(int[][]::new);
    double[] percent =
        Arrays.stream(places)
            .mapToDouble(
                place ->
                    100.0
                        * Arrays.stream(exceedances)
                            .filter(one -> one[place] + 1 <= LEVEL * (settings.surrogates() + 1))
                            .count()
                        / GROUPS)
            .toArray();
    StringBuilder line =
        new StringBuilder(
            String.format(Locale.ROOT, "  %-10s %-6s %-10s", data, detrending, model));
    for (int s = 0; s < percent.length; s++) {
      line.append(
          String.format(Locale.ROOT, "  %s %5.1f %%", statistics.get(s).label(), percent[s]));
    }
    System.out.println(line);
    return percent;
  }
}
