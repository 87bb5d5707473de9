package org.galton.emergence.diagnosis;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.PairStatistic;
import org.galton.information.Decomposition;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.galton.information.SourceInformation;

/** All figures of one group, or of a surrogate, in arrays that are filled anew; for one thread. */
final class Diagnosis {
  private static final double ROUNDING = 1e-9;
  private static final double CERTAIN = 1e-12;
  private static final int PER_MEASURE = PairStatistic.Summary.values().length;

  private final Informations informations;
  private final int agents;
  private final boolean[] signed;
  private final double[] terms;
  private final double[] scratch;

  /** In the order of {@link EmergenceSettings#statistics}. */
  final double[] statistics;

  /** By measure, then by pair in order. */
  final double[][] synergy;

  final double[][] redundancy;

  /** By triplet in order. */
  final double[] all;

  final double[] gain;
  final double[] entropy;

  Diagnosis(
      Informations informations, int agents, DiscreteEstimator estimator, List<PidMeasure> kinds) {
    this.informations = informations;
    this.agents = agents;
    int measures = kinds.size();
    int pairs = agents * (agents - 1) / 2;
    int triplets = pairs * (agents - 2) / 3;
    this.signed = new boolean[measures];
    for (int m = 0; m < measures; m++) {
      signed[m] = kinds.get(m) == PidMeasure.SX || estimator == DiscreteEstimator.MILLER_MADOW;
    }
    this.terms = new double[Informations.REDUNDANCIES + measures];
    this.scratch = new double[Math.max(pairs, triplets)];
    this.statistics = new double[measures * PER_MEASURE + GroupStatistic.values().length];
    this.synergy = new double[measures][pairs];
    this.redundancy = new double[measures][pairs];
    this.all = new double[triplets];
    this.gain = new double[triplets];
    this.entropy = new double[triplets];
  }

  void of(double[][] series) {
    informations.read(series);
    pairs();
    macro();
    triplets();
  }

  private void pairs() {
    int pair = 0;
    for (int i = 0; i < agents; i++) {
      for (int j = i + 1; j < agents; j++) {
        informations.pair(i, j, terms);
        for (int m = 0; m < synergy.length; m++) {
          double shared = terms[Informations.REDUNDANCIES + m];
          redundancy[m][pair] = rounded(m, shared);
          synergy[m][pair] =
              rounded(
                  m,
                  terms[Informations.BOTH]
                      - terms[Informations.FIRST]
                      - terms[Informations.SECOND]
                      + shared);
        }
        pair++;
      }
    }
    for (int m = 0; m < synergy.length; m++) {
      statistics[m * PER_MEASURE + PairStatistic.Summary.CAPACITY.ordinal()] = median(synergy[m]);
      statistics[m * PER_MEASURE + PairStatistic.Summary.CAPACITY_MAX.ordinal()] = max(synergy[m]);
      statistics[m * PER_MEASURE + PairStatistic.Summary.REDUNDANCY.ordinal()] =
          median(redundancy[m]);
    }
  }

  /** Without the tiny negative values of atoms that cannot be negative. */
  private double rounded(int measure, double atom) {
    return !signed[measure] && atom > -ROUNDING && atom <= 0 ? 0 : atom;
  }

  private void macro() {
    double itself = informations.lagged(agents, agents);
    double parts = 0;
    double downward = Double.NEGATIVE_INFINITY;
    double told = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < agents; j++) {
      parts += informations.lagged(j, agents);
      double fromMacro = informations.lagged(agents, j);
      double fromAgents = 0;
      for (int i = 0; i < agents; i++) {
        fromAgents += informations.lagged(i, j);
      }
      downward = Math.max(downward, fromMacro - fromAgents);
      told = Math.max(told, fromMacro);
    }
    set(GroupStatistic.MACRO_INFORMATION, itself);
    set(GroupStatistic.S_MACRO, itself - parts);
    set(GroupStatistic.DELTA, downward);
    set(GroupStatistic.GAMMA, told);
  }

  private void triplets() {
    if (all.length == 0) {
      return;
    }
    int triplet = 0;
    for (int i = 0; i < agents; i++) {
      for (int j = i + 1; j < agents; j++) {
        for (int k = j + 1; k < agents; k++) {
          informations.triplet(i, j, k, terms);
          all[triplet] = terms[Informations.ALL];
          gain[triplet] = terms[Informations.ALL] - terms[Informations.BEST_PAIR];
          entropy[triplet++] = terms[Informations.ENTROPY];
        }
      }
    }
    set(GroupStatistic.I3, median(all));
    set(GroupStatistic.I3_MAX, max(all));
    set(GroupStatistic.G3, median(gain));
    set(GroupStatistic.G3_MAX, max(gain));
    set(GroupStatistic.TOTAL_STABILITY, medianStability());
  }

  private double medianStability() {
    double least = entropy[0];
    double most = entropy[0];
    for (double h : entropy) {
      least = Math.min(least, h);
      most = Math.max(most, h);
    }
    if (least == most && hasStability(0)) {
      return value(GroupStatistic.I3) / most;
    }
    for (int i = 0; i < all.length; i++) {
      scratch[i] = stability(i);
    }
    return MedianSelection.median(scratch, all.length);
  }

  /** I3 / H(V'), and 0 where both are. */
  double stability(int triplet) {
    return hasStability(triplet) ? all[triplet] / entropy[triplet] : 0;
  }

  /** Whether the next macro state is uncertain, but for rounding. */
  boolean hasStability(int triplet) {
    return entropy[triplet] > CERTAIN;
  }

  /** Whether all triplets have it. */
  boolean hasStability() {
    return IntStream.range(0, entropy.length).allMatch(this::hasStability);
  }

  /** All atoms of a pair whose informations are known. */
  Decomposition atoms(int measure, int pair, SourceInformation known) {
    double shared = redundancy[measure][pair];
    return new Decomposition(
        shared,
        rounded(measure, known.first() - shared),
        rounded(measure, known.second() - shared),
        synergy[measure][pair]);
  }

  private double value(GroupStatistic statistic) {
    return statistics[index(statistic)];
  }

  int index(GroupStatistic statistic) {
    return synergy.length * PER_MEASURE + statistic.ordinal();
  }

  /** Of the largest synergy by a measure. */
  static int largest(int measure) {
    return measure * PER_MEASURE + PairStatistic.Summary.CAPACITY_MAX.ordinal();
  }

  private void set(GroupStatistic statistic, double value) {
    statistics[index(statistic)] = value;
  }

  private double median(double[] values) {
    System.arraycopy(values, 0, scratch, 0, values.length);
    return MedianSelection.median(scratch, values.length);
  }

  private static double max(double[] values) {
    double largest = values[0];
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}
