package org.galton.task.judge.math.parse;

/** What a comma between digits is, outside brackets and without a blank. */
public enum Commas {
  /** A separator of thousands before three digits, else of a list. */
  GROUPS_OR_LIST,
  /** A separator of thousands before three digits, else the decimal sign. */
  GROUPS_OR_DECIMAL,
  /** A separator of a list, unless some comma has a blank. */
  LIST
}
