package org.galton.job.balance;

/** What the column {@code count} of transitions holds. */
public enum Counting {
  COUNTS,
  PROBABILITIES
}
