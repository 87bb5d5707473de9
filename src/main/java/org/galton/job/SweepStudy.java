package org.galton.job;

import org.galton.sweep.SweepSpec;

/** What a sweep's run ends with, under its lease and before its row says how it ended. */
public interface SweepStudy {
  /** Studies nothing. */
  SweepStudy NONE = (spec, run) -> {};

  /**
   * @param spec as the run resolved it
   * @param run whose tables are there but for those of studies
   */
  void study(SweepSpec spec, RunWriter run);
}
