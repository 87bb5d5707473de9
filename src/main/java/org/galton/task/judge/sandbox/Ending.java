package org.galton.task.judge.sandbox;

/** How a program came to its end. */
public enum Ending {
  /** By itself, or by a signal. */
  EXITED,
  /** Ended by us: its processes used more CPU time than the limit. */
  CPU_LIMIT,
  /** Ended by us: its processes held more memory than the limit. */
  MEMORY_LIMIT,
  /** Ended by us: it wrote more than the limit. */
  OUTPUT_LIMIT,
  /** Ended by us: it slept or waited for as long as it might have worked, or went on for ever. */
  TIME_LIMIT
}
