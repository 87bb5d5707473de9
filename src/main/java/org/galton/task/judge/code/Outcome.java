package org.galton.task.judge.code;

import java.util.List;
import org.galton.task.judge.sandbox.ProgramRun;
import org.galton.task.judge.sandbox.ProgramRun.Cost;

/**
 * What came of a program's tests.
 *
 * @param isPassed whether all passed
 * @param told one line that says so, or what failed
 */
record Outcome(boolean isPassed, String told, Cost cost) {

  /** One line for a reader; of a program that was ended the cost is not known. */
  String detail() {
    return cost.peakMib() == 0
        ? told
        : "%s; %d ms CPU, %d MiB".formatted(told, cost.cpuMillis(), cost.peakMib());
  }

  static Outcome passed(int tests, List<ProgramRun> runs) {
    return new Outcome(true, "passed %d of %d tests".formatted(tests, tests), cost(runs));
  }

  static Outcome failed(String how, List<ProgramRun> runs) {
    return new Outcome(false, how, cost(runs));
  }

  private static Cost cost(List<ProgramRun> runs) {
    return new Cost(
        runs.stream().mapToLong(run -> run.cost().cpuMillis()).sum(),
        runs.stream().mapToLong(run -> run.cost().peakMib()).max().orElse(0));
  }
}
