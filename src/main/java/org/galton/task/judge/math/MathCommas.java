package org.galton.task.judge.math;

/** How a comma between digits without a blank is read. */
public enum MathCommas {
  /** Groups of three are one number, anything else a list: references are written with care. */
  OF_REFERENCE,
  /** As a group of thousands where three digits follow, else as a decimal comma. */
  DECIMAL,
  /** As a list: the reference is one. */
  LIST
}
