package org.galton.job.sweep;

/** What a sweep's run ends with, under its lease and before its row says how it ended. */
@FunctionalInterface
public interface SweepStudy {
  /** Studies nothing. */
  SweepStudy NONE = run -> {};

  void study(SweptRun run);
}
