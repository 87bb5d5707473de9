package org.galton.job.sweep;

/** A part of a sweep that can be run by itself. */
public enum Stage {
  ROLLOUT,
  SCORE,
  SUMMARIZE
}
