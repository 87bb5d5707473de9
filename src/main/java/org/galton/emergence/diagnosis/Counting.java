package org.galton.emergence.diagnosis;

/** How combinations of letters are counted: with the same figures, but for rounding. */
public enum Counting {
  /** Bits of words where series are binary and short, tables elsewhere. */
  FASTEST,

  /** Tables everywhere: to check the other way, and to time it. */
  TABLES
}
