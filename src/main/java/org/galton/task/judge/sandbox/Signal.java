package org.galton.task.judge.sandbox;

/** Signals by which programs end, as exit codes of a sandbox. */
enum Signal {
  KILL(9),
  CPU_TIME(24);

  private static final int BASE = 128;

  private final int number;

  Signal(int number) {
    this.number = number;
  }

  int exitCode() {
    return BASE + number;
  }
}
