package org.galton.emergence;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.galton.information.PidMeasure;

/** A figure of a group that is compared with its values on surrogates. Large is evidence. */
public sealed interface Statistic extends Serializable permits PairStatistic, GroupStatistic {
  /** Quantities that claims are made of; the others describe. */
  Set<String> DIAGNOSTICS = Set.of("capacity", "capacity_max", "s_macro", "i3", "g3");

  /** What it is, such as {@code capacity}: the name in tables. */
  String quantity();

  /** What counts as redundant, where the figure depends on it. */
  Optional<PidMeasure> measure();

  /** The name with the measure, such as {@code capacity_imin}. */
  String label();
}
