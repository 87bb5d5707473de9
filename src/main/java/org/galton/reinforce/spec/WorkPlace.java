package org.galton.reinforce.spec;

/** Where a part of a step's work is done. */
public sealed interface WorkPlace {
  /** In the process that was started. */
  record Driver() implements WorkPlace {}

  /**
   * By tasks of Spark.
   *
   * @param shares tasks that a step's work is dealt out to
   */
  record Executors(int shares, Device device) implements WorkPlace {}

  /** What executors compute on. */
  enum Device {
    CPU,
    GPU
  }
}
