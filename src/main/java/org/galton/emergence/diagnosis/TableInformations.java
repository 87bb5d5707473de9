package org.galton.emergence.diagnosis;

import java.util.List;
import java.util.Optional;
import org.galton.emergence.surrogate.Transitions;
import org.galton.information.CountTable;
import org.galton.information.Decomposition;
import org.galton.information.DiscreteEstimator;
import org.galton.information.DiscreteSeries;
import org.galton.information.Discretization;
import org.galton.information.JointTable;
import org.galton.information.PartialInformation;
import org.galton.information.PidMeasure;

/** For any number of bins and rounds, any estimator and measure. */
final class TableInformations implements Informations {
  private static final int[] FIRST_AXIS = {0};
  private static final int[] SECOND_AXIS = {1};
  private static final int[] NEXT_PAIR = {2, 3};
  private static final int[] NEXT_MACRO = {3};

  private final Transitions transitions;
  private final Discretization binning;
  private final DiscreteEstimator estimator;
  private final PidMeasure[] measures;
  private final DiscreteSeries[] now;
  private final DiscreteSeries[] next;
  private final int macro;

  TableInformations(
      int agents,
      Transitions transitions,
      int bins,
      DiscreteEstimator estimator,
      List<PidMeasure> measures) {
    this.transitions = transitions;
    this.binning = Discretization.withDefaults().withBins(bins);
    this.estimator = estimator;
    this.measures = measures.toArray(PidMeasure[]::new);
    this.now = new DiscreteSeries[agents + 1];
    this.next = new DiscreteSeries[agents + 1];
    this.macro = agents;
  }

  @Override
  public void read(double[][] series) {
    for (int i = 0; i <= macro; i++) {
      DiscreteSeries letters = binning.of(series[i]);
      now[i] = letters.reordered(transitions.from());
      next[i] = letters.reordered(transitions.to());
    }
  }

  @Override
  public int letters(int series) {
    return now[series].alphabet();
  }

  @Override
  public double lagged(int source, int target) {
    if (letters(source) == 1 || letters(target) == 1) {
      return 0;
    }
    return estimator.information(CountTable.of(now[source], next[target]), FIRST_AXIS, SECOND_AXIS);
  }

  @Override
  public void varyingPair(int i, int j, double[] out) {
    CountTable counts = CountTable.of(now[i], now[j], next[i], next[j]);
    Optional<JointTable> table = table(counts.grouped(FIRST_AXIS, SECOND_AXIS, NEXT_PAIR));
    for (int m = 0; m < measures.length; m++) {
      PidMeasure measure = measures[m];
      Decomposition atoms =
          table
              .map(measure::decompose)
              .orElseGet(
                  () ->
                      new PartialInformation(estimator, measure)
                          .of(counts, FIRST_AXIS, SECOND_AXIS, NEXT_PAIR));
      out[FIRST] = atoms.redundancy() + atoms.unique1();
      out[SECOND] = atoms.redundancy() + atoms.unique2();
      out[BOTH] = out[FIRST] + atoms.unique2() + atoms.synergy();
      out[REDUNDANCIES + m] = atoms.redundancy();
    }
  }

  @Override
  public void triplet(int i, int j, int k, double[] out) {
    CountTable counts = CountTable.of(now[i], now[j], now[k], next[macro]);
    Optional<JointTable> table = table(counts);
    out[ALL] = information(counts, table, 0, 1, 2);
    out[BEST_PAIR] =
        Math.max(
            information(counts, table, 0, 1),
            Math.max(information(counts, table, 0, 2), information(counts, table, 1, 2)));
    out[ENTROPY] =
        table.isPresent() ? table.get().entropy(NEXT_MACRO) : estimator.entropy(counts, NEXT_MACRO);
  }

  /** Once for all figures, where the estimator has one. */
  private Optional<JointTable> table(CountTable counts) {
    return estimator == DiscreteEstimator.MILLER_MADOW
        ? Optional.empty()
        : Optional.of(estimator.probabilities(counts));
  }

  private double information(CountTable counts, Optional<JointTable> table, int... sources) {
    return table.isPresent()
        ? table.get().information(sources, NEXT_MACRO)
        : estimator.information(counts, sources, NEXT_MACRO);
  }
}
