package org.galton.emergence;

import java.util.Locale;
import java.util.Optional;
import org.galton.information.PidMeasure;

/**
 * A figure over the decompositions of what each pair of agents says about its own joint next state.
 */
public record PairStatistic(Summary summary, PidMeasure kind) implements Statistic {
  private static final long serialVersionUID = 1L;

  /** Over all pairs. */
  public enum Summary {
    /** Emergence capacity: median synergy. */
    CAPACITY,

    /** Largest synergy: finds the few pairs that a median does not see. */
    CAPACITY_MAX,

    /** Median redundancy. */
    REDUNDANCY
  }

  @Override
  public String quantity() {
    return summary.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<PidMeasure> measure() {
    return Optional.of(kind);
  }

  @Override
  public String label() {
    return quantity() + "_" + kind.name().toLowerCase(Locale.ROOT);
  }
}
