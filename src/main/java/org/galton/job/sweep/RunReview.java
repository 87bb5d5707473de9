package org.galton.job.sweep;

import org.galton.job.summary.Summary;
import org.galton.sweep.SweepSpec;

/** Judges a run by its figures before its own row says how it ended. */
public interface RunReview {
  /** Has nothing to say. */
  RunReview NONE = (spec, runId, summary, guard) -> Reviewed.NOTHING;

  /**
   * @param guard to be run before a file is made visible
   */
  Reviewed review(SweepSpec spec, String runId, Summary summary, Runnable guard);
}
