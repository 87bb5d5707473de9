package org.galton.task.judge.value;

/** What counts as a value. */
public enum ValueScope {
  /** All that the grammar knows, and words; without a marker the last line counts. */
  MATHEMATICS,
  /** One number, or an expression of numbers; without a marker the last one of any line counts. */
  CONSTANTS
}
