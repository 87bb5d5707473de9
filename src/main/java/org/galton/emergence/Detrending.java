package org.galton.emergence;

/** What is taken off each series, the macro series too, before anything else. */
public enum Detrending {
  NONE,

  /** The least-squares line over round numbers. */
  LINEAR
}
