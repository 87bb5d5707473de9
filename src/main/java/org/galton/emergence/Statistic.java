package org.galton.emergence;

import java.io.Serializable;
import java.util.Optional;
import org.galton.information.PidMeasure;

/** A figure of a group that is compared with its values on surrogates. Large is evidence. */
public sealed interface Statistic extends Serializable permits PairStatistic, GroupStatistic {
  /** What it is, such as {@code capacity}: the name in tables. */
  String quantity();

  /** What counts as redundant, where the figure depends on it. */
  Optional<PidMeasure> measure();

  /** The name with the measure, such as {@code capacity_imin}. */
  String label();
}
