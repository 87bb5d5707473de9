package org.galton.console;

import java.util.List;
import org.galton.job.gate.JudgedGate;

/** How a command ended, for scripts. */
public enum ExitCode {
  /** All that was asked for is there. */
  COMPLETE(0),
  /** Finished, with failures above the budget or a gate missed. */
  FAILURES(1),
  /** The command line, the spec or the input is wrong: a retry will not help. */
  INVALID(2),
  /** Could not finish: running the same command again resumes. */
  UNFINISHED(3);

  private final int value;

  /** Of gates that were judged. */
  public static ExitCode of(List<JudgedGate> gates) {
    return gates.stream().anyMatch(JudgedGate::missed) ? FAILURES : COMPLETE;
  }

  ExitCode(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }
}
