package org.galton.emergence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import org.galton.information.DiscreteEstimator;
import org.galton.information.PidMeasure;
import org.galton.numerics.Expect;
import org.jspecify.annotations.Nullable;

/**
 * How a group is measured and tested. Each {@code with} gives a copy. Defaults: two bins, lag 1,
 * Jeffreys' estimator, measures imin, mmi and broja, nulls row and offset, 200 surrogates, blocks
 * of max(2, T^(1/3) rounded up) rounds, no detrending, at least 8 transitions, seed 42.
 */
public final class EmergenceSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  private int bins = 2;
  private int lag = 1;
  private DiscreteEstimator estimator = DiscreteEstimator.JEFFREYS;
  private List<PidMeasure> measures = List.of(PidMeasure.IMIN, PidMeasure.MMI, PidMeasure.BROJA);
  private List<NullModel> nulls = List.of(NullModel.ROW, NullModel.OFFSET);
  private int surrogates = 200;
  private @Nullable Integer blockLength;
  private Detrending detrending = Detrending.NONE;
  private MacroUnderNull macro = MacroUnderNull.RECOMPUTED;
  private int minTransitions = 8;
  private long seed = 42;

  private EmergenceSettings() {}

  private EmergenceSettings(EmergenceSettings other) {
    bins = other.bins;
    lag = other.lag;
    estimator = other.estimator;
    measures = other.measures;
    nulls = other.nulls;
    surrogates = other.surrogates;
    blockLength = other.blockLength;
    detrending = other.detrending;
    macro = other.macro;
    minTransitions = other.minTransitions;
    seed = other.seed;
  }

  /** What happens to a macro state that is the sum of the agents; a given one is always held. */
  public enum MacroUnderNull {
    /** The sum of the surrogate agents. */
    RECOMPUTED,

    /** That of the data. */
    HELD
  }

  public static EmergenceSettings withDefaults() {
    return new EmergenceSettings();
  }

  /** Bins of each series, at its own quantiles. */
  public EmergenceSettings withBins(int number) {
    Expect.that(number >= 2, "bins", number, "2 or more");
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.bins = number;
    return copy;
  }

  /** Rounds between now and next. */
  public EmergenceSettings withLag(int rounds) {
    Expect.that(rounds >= 1, "lag", rounds, "1 round or more");
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.lag = rounds;
    return copy;
  }

  public EmergenceSettings withEstimator(DiscreteEstimator option) {
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.estimator = option;
    return copy;
  }

  /** What counts as redundant: one or more, in the order of the results. */
  public EmergenceSettings withMeasures(List<PidMeasure> options) {
    Expect.that(!options.isEmpty(), "measures", options, "one or more");
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.measures = List.copyOf(new LinkedHashSet<>(options));
    return copy;
  }

  public EmergenceSettings withNulls(List<NullModel> options) {
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.nulls = List.copyOf(new LinkedHashSet<>(options));
    return copy;
  }

  /** Replicates of each null before escalation. */
  public EmergenceSettings withSurrogates(int number) {
    Expect.that(number >= 1, "surrogates", number, "1 or more");
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.surrogates = number;
    return copy;
  }

  /** Rounds of one block of {@link NullModel#BLOCK}. */
  public EmergenceSettings withBlockLength(int rounds) {
    Expect.that(rounds >= 1, "block length", rounds, "1 round or more");
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.blockLength = rounds;
    return copy;
  }

  public EmergenceSettings withDetrending(Detrending option) {
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.detrending = option;
    return copy;
  }

  public EmergenceSettings withMacroUnderNull(MacroUnderNull option) {
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.macro = option;
    return copy;
  }

  /** Groups with fewer transitions have no figures. */
  public EmergenceSettings withMinTransitions(int number) {
    Expect.that(number >= 1, "smallest number of transitions", number, "1 or more");
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.minTransitions = number;
    return copy;
  }

  /** Of all random streams. */
  public EmergenceSettings withSeed(long option) {
    EmergenceSettings copy = new EmergenceSettings(this);
    copy.seed = option;
    return copy;
  }

  public int bins() {
    return bins;
  }

  public int lag() {
    return lag;
  }

  public DiscreteEstimator estimator() {
    return estimator;
  }

  public List<PidMeasure> measures() {
    return measures;
  }

  public List<NullModel> nulls() {
    return nulls;
  }

  public int surrogates() {
    return surrogates;
  }

  /** Empty where it follows from the number of rounds. */
  public OptionalInt blockLength() {
    return blockLength == null ? OptionalInt.empty() : OptionalInt.of(blockLength);
  }

  public Detrending detrending() {
    return detrending;
  }

  public MacroUnderNull macroUnderNull() {
    return macro;
  }

  public int minTransitions() {
    return minTransitions;
  }

  public long seed() {
    return seed;
  }

  /** All that is tested, in the order of every array of statistics. */
  public List<Statistic> statistics() {
    List<Statistic> statistics = new ArrayList<>();
    for (PidMeasure measure : measures) {
      for (PairStatistic.Summary summary : PairStatistic.Summary.values()) {
        statistics.add(new PairStatistic(summary, measure));
      }
    }
    statistics.addAll(List.of(GroupStatistic.values()));
    return List.copyOf(statistics);
  }
}
