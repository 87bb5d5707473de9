package org.galton.emergence.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.NullModel;
import org.galton.emergence.Statistic;
import org.galton.information.NullComparison;
import org.galton.information.PidMeasure;

/** Collects the figures of all replicates of one null, and says where the observed ones lie. */
final class NullFigures implements DiagnosedGroup.Reader {
  private final DiagnosedGroup group;
  private final List<String> agents;
  private final List<Statistic> statistics;
  private final List<PidMeasure> measures;
  private final List<Triplet> top;
  private final double[] topAll;
  private final double[] topGain;
  private final double[][] observedSynergy;
  private final int replicates;

  /** By statistic, then by replicate. */
  private final double[][] values;

  /** By measure, pair and replicate. */
  private final double[][][] synergy;

  NullFigures(DiagnosedGroup group, EmergenceSettings settings) {
    this.group = group;
    this.agents = group.prepared().group().agents();
    this.statistics = settings.statistics();
    this.measures = settings.measures();
    this.replicates = settings.surrogates();
    Diagnosis observed = group.diagnosis();
    this.top = ObservedFigures.top(group);
    this.topAll = top.stream().mapToDouble(triplet -> observed.all[triplet.index()]).toArray();
    this.topGain = top.stream().mapToDouble(triplet -> observed.gain[triplet.index()]).toArray();
    this.observedSynergy =
        Arrays.stream(observed.synergy).map(double[]::clone).toArray(double[][]::new);
    this.values = new double[statistics.size()][replicates];
    this.synergy = new double[measures.size()][observedSynergy[0].length][replicates];
  }

  @Override
  public void read(int replicate, Diagnosis surrogate) {
    for (int s = 0; s < values.length; s++) {
      values[s][replicate] = surrogate.statistics[s];
    }
    for (int m = 0; m < synergy.length; m++) {
      for (int pair = 0; pair < synergy[m].length; pair++) {
        synergy[m][pair][replicate] = surrogate.synergy[m][pair];
      }
    }
  }

  NullMeasures of(NullModel model) {
    double[][] medians =
        Arrays.stream(synergy)
            .map(pairs -> Arrays.stream(pairs).mapToDouble(NullFigures::median).toArray())
            .toArray(double[][]::new);
    return new NullMeasures(
        group.prepared().group().name(),
        model,
        replicates,
        statistics(),
        pairs(medians),
        triplets(),
        participation(medians));
  }

  private static double median(double[] values) {
    return MedianSelection.median(values.clone(), values.length);
  }

  private List<StatisticNull> statistics() {
    List<StatisticNull> found = new ArrayList<>();
    for (int s = 0; s < values.length; s++) {
      if (group.present()[s]) {
        double observed = group.observed()[s];
        found.add(
            new StatisticNull(
                statistics.get(s),
                exceedances(values[s], observed),
                NullComparison.of(observed, values[s])));
      }
    }
    return List.copyOf(found);
  }

  private static int exceedances(double[] surrogates, double observed) {
    return (int)
        Arrays.stream(surrogates).filter(value -> NullComparison.reaches(value, observed)).count();
  }

  private List<PairNull> pairs(double[][] medians) {
    List<PairNull> found = new ArrayList<>();
    int pair = 0;
    for (int i = 0; i < agents.size(); i++) {
      for (int j = i + 1; j < agents.size(); j++) {
        for (int m = 0; m < synergy.length; m++) {
          found.add(
              new PairNull(
                  agents.get(i),
                  agents.get(j),
                  measures.get(m),
                  medians[m][pair],
                  exceedances(values[Diagnosis.largest(m)], observedSynergy[m][pair])));
        }
        pair++;
      }
    }
    return List.copyOf(found);
  }

  private List<TripletNull> triplets() {
    double[] largest = values[group.diagnosis().index(GroupStatistic.I3_MAX)];
    double[] largestGain = values[group.diagnosis().index(GroupStatistic.G3_MAX)];
    return IntStream.range(0, top.size())
        .mapToObj(
            t ->
                new TripletNull(
                    agents.get(top.get(t).i()),
                    agents.get(top.get(t).j()),
                    agents.get(top.get(t).k()),
                    exceedances(largest, topAll[t]),
                    exceedances(largestGain, topGain[t])))
        .toList();
  }

  private List<Participation> participation(double[][] medians) {
    List<Participation> found = new ArrayList<>();
    for (int m = 0; m < synergy.length; m++) {
      double[] sums = new double[agents.size()];
      int pair = 0;
      for (int i = 0; i < agents.size(); i++) {
        for (int j = i + 1; j < agents.size(); j++) {
          double corrected = observedSynergy[m][pair] - medians[m][pair];
          sums[i] += corrected;
          sums[j] += corrected;
          pair++;
        }
      }
      for (int i = 0; i < sums.length; i++) {
        found.add(new Participation(agents.get(i), measures.get(m), sums[i] / (sums.length - 1)));
      }
    }
    return List.copyOf(found);
  }
}
