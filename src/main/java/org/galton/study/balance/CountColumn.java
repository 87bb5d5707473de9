package org.galton.study.balance;

/** What the column {@code count} of transitions holds. */
public enum CountColumn {
  COUNTS,
  PROBABILITIES
}
