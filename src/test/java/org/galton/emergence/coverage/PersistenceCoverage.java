package org.galton.emergence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.GroupTrajectory;
import org.galton.emergence.NullModel;
import org.galton.emergence.Observation;
import org.galton.emergence.PairStatistic;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.information.PidMeasure;
import org.junit.jupiter.api.Test;

/**
 * Levels and power of the nulls shift and offset, in groups and over conditions of 40 groups: ten
 * agents, twenty rounds, 200 surrogates.
 */
class PersistenceCoverage {
  private static final int CONDITIONS = 20;
  private static final int GROUPS = 40;
  private static final EmergenceSettings SETTINGS = EmergenceSettings.withDefaults();
  private static final List<Statistic> CLAIMS =
      List.of(
          new PairStatistic(PairStatistic.Summary.CAPACITY, PidMeasure.IMIN),
          new PairStatistic(PairStatistic.Summary.CAPACITY, PidMeasure.MMI),
          new PairStatistic(PairStatistic.Summary.CAPACITY, PidMeasure.BROJA),
          new PairStatistic(PairStatistic.Summary.CAPACITY_MAX, PidMeasure.IMIN),
          GroupStatistic.S_MACRO,
          GroupStatistic.I3,
          GroupStatistic.G3);

  @Test
  void levelsAndPower() {
    for (NullModel model : List.of(NullModel.SHIFT, NullModel.OFFSET)) {
      for (double persistence : new double[] {0, 0.5, 0.9, 0.97}) {
        double[] groups = line(model, "AR(" + persistence + ")", persistence);
        if (model == NullModel.OFFSET) {
          for (double percent : groups) {
            assertThat(percent).isLessThan(9);
          }
        }
      }
      line(model, "pairs that decide together", -1);
    }
  }

  /** Prints, and returns the percentages of groups. */
  private static double[] line(NullModel model, String data, double persistence) {
    GroupDiagnostics diagnostics = GroupDiagnostics.with(SETTINGS);
    int[][] exceedances =
        IntStream.range(0, CONDITIONS * GROUPS)
            .parallel()
            .mapToObj(g -> diagnostics.exceedances(group(g, persistence), model, 0, 200))
            .toArray(int[][]::new);
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    StringBuilder line =
        new StringBuilder("| %s | %s |".formatted(model.name().toLowerCase(Locale.ROOT), data));
    double[] percent = new double[CLAIMS.size()];
    for (int c = 0; c < percent.length; c++) {
      int place = SETTINGS.statistics().indexOf(CLAIMS.get(c));
      int survived = 0;
      double sum = 0;
      for (int g = 0; g < exceedances.length; g++) {
        double p = (exceedances[g][place] + 1) / 201.0;
        percent[c] += p <= 0.05 ? 100.0 / exceedances.length : 0;
        sum += normal.inverseCumulativeProbability(1 - Math.min(p, 200 / 201.0));
        if ((g + 1) % GROUPS == 0) {
          survived += sum / Math.sqrt(GROUPS) > normal.inverseCumulativeProbability(0.95) ? 1 : 0;
          sum = 0;
        }
      }
      line.append(
          String.format(Locale.ROOT, " %.0f %%, %d of %d |", percent[c], survived, CONDITIONS));
    }
    System.out.println(line);
    return percent;
  }

  private static GroupTrajectory group(int number, double persistence) {
    SplittableRandom random = new SplittableRandom(777L + 31L * number);
    double[][] values = new double[10][20];
    for (int i = 0; i < 10; i++) {
      double value =
          random.nextGaussian() / Math.sqrt(persistence < 0 ? 1 : 1 - persistence * persistence);
      for (int t = 0; t < 20; t++) {
        values[i][t] = persistence < 0 ? random.nextGaussian() : value;
        value = Math.max(0, persistence) * value + random.nextGaussian();
      }
    }
    // The second of a pair is above 0 where its pair was on two sides the round before.
    for (int t = 1; persistence < 0 && t < 20; t++) {
      for (int i = 0; i < 10; i += 2) {
        boolean apart = values[i][t - 1] > 0 != values[i + 1][t - 1] > 0;
        values[i + 1][t] = (apart ? 1 : -1) * Math.abs(values[i + 1][t]);
      }
    }
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (int t = 0; t < 20; t++) {
        observations.add(new Observation(t + 1, "agent " + i, values[i][t]));
      }
    }
    return GroupTrajectory.of("group " + number, observations);
  }
}
