package org.galton.task.judge.math.value;

/** Which value roots and powers of negative numbers have. */
public enum Branch {
  /** The real one of odd roots, none of even roots. */
  REAL,
  /** The principal one, which may not be real. */
  PRINCIPAL
}
