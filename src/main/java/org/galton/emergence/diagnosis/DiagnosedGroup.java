package org.galton.emergence.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.GroupStatistic;
import org.galton.emergence.NullModel;
import org.galton.emergence.surrogate.OffsetWindows;
import org.galton.emergence.surrogate.PreparedGroup;
import org.galton.emergence.surrogate.Surrogates;
import org.galton.information.DiscreteEstimator;
import org.galton.information.NullComparison;
import org.galton.numerics.PortableStream;

/** A measured group that has figures, and what is needed to measure surrogates; for one thread. */
final class DiagnosedGroup {
  private final EmergenceSettings settings;
  private final PreparedGroup prepared;
  private final Optional<OffsetWindows> windows;
  private final Informations informations;
  private final Diagnosis diagnosis;
  private final boolean[] present;
  private final double[] observed;

  /** What is told of a surrogate. */
  @FunctionalInterface
  interface Reader {
    void read(int replicate, Diagnosis surrogate);
  }

  /** Of a group with agents and transitions enough. */
  DiagnosedGroup(PreparedGroup prepared, EmergenceSettings settings, Counting counting) {
    this(prepared, Optional.empty(), settings, counting);
  }

  /** Of the window in the middle, to be set beside others. */
  static DiagnosedGroup ofWindows(
      OffsetWindows windows, EmergenceSettings settings, Counting counting) {
    return new DiagnosedGroup(windows.window(settings), Optional.of(windows), settings, counting);
  }

  private DiagnosedGroup(
      PreparedGroup prepared,
      Optional<OffsetWindows> windows,
      EmergenceSettings settings,
      Counting counting) {
    this.settings = settings;
    this.prepared = prepared;
    this.windows = windows;
    this.informations = informations(prepared, settings, counting);
    this.diagnosis =
        new Diagnosis(informations, prepared.agents(), settings.estimator(), settings.measures());
    diagnosis.of(prepared.series());
    this.observed = diagnosis.statistics.clone();
    this.present = new boolean[observed.length];
    Arrays.fill(present, true);
    if (prepared.agents() < 3) {
      present[diagnosis.index(GroupStatistic.I3)] = false;
      present[diagnosis.index(GroupStatistic.I3_MAX)] = false;
      present[diagnosis.index(GroupStatistic.G3)] = false;
      present[diagnosis.index(GroupStatistic.G3_MAX)] = false;
    }
    present[diagnosis.index(GroupStatistic.TOTAL_STABILITY)] =
        prepared.agents() >= 3 && diagnosis.hasStability();
  }

  private static Informations informations(
      PreparedGroup group, EmergenceSettings settings, Counting counting) {
    Optional<Double> smoothing = smoothing(settings.estimator());
    if (counting == Counting.FASTEST
        && settings.bins() == 2
        && group.places() <= MaskInformations.MOST_PLACES
        && smoothing.isPresent()) {
      return new MaskInformations(
          group.agents(), group.transitions(), smoothing.get(), settings.measures());
    }
    return new TableInformations(
        group.agents(),
        group.transitions(),
        settings.bins(),
        settings.estimator(),
        settings.measures());
  }

  /** What the estimator adds to each count, where that is a constant. */
  private static Optional<Double> smoothing(DiscreteEstimator estimator) {
    return switch (estimator) {
      case PLUG_IN -> Optional.of(0.0);
      case JEFFREYS -> Optional.of(0.5);
      case MILLER_MADOW, JAMES_STEIN -> Optional.empty();
    };
  }

  PreparedGroup prepared() {
    return prepared;
  }

  Informations informations() {
    return informations;
  }

  Diagnosis diagnosis() {
    return diagnosis;
  }

  double[] observed() {
    return observed;
  }

  boolean[] present() {
    return present;
  }

  /** Measures replicates, from (inclusive) to (exclusive); the observed figures are gone then. */
  void replicate(NullModel model, int from, int to, Reader reader) {
    Surrogates surrogates =
        windows.isPresent() ? windows.get() : Surrogates.of(model, prepared, settings);
    double[][] series =
        Arrays.stream(prepared.series()).map(double[]::clone).toArray(double[][]::new);
    boolean held =
        model == NullModel.ROW
            || prepared.group().macro().isPresent()
            || settings.macroUnderNull() == EmergenceSettings.MacroUnderNull.HELD;
    for (int b = from; b < to; b++) {
      surrogates.draw(
          PortableStream.of(settings.seed(), prepared.group().name(), model.label(), b), series);
      if (!held) {
        prepared.sum(series);
      }
      diagnosis.of(series);
      reader.read(b, diagnosis);
    }
  }

  /** Counts where a surrogate reaches the observed figure. */
  void count(Diagnosis surrogate, int[] exceedances) {
    for (int s = 0; s < observed.length; s++) {
      if (present[s] && NullComparison.reaches(surrogate.statistics[s], observed[s])) {
        exceedances[s]++;
      }
    }
  }
}
