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

  /** One line for a reader; what is known from elsewhere says its cost already, or had none. */
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

  /** Of several runs of one program: it passed if it did so in each. */
  static Outcome together(List<Outcome> runs) {
    long passed = runs.stream().filter(Outcome::isPassed).count();
    Outcome shown =
        runs.stream().filter(run -> !run.isPassed()).findFirst().orElseGet(() -> runs.get(0));
    boolean isFlaky = passed > 0 && passed < runs.size();
    String told =
        isFlaky
            ? "%spassed in %d of %d runs; in another it %s"
                .formatted(CodeJudge.FLAKY, passed, runs.size(), shown.told())
            : shown.told();
    return new Outcome(shown.isPassed(), told, total(runs.stream().map(Outcome::cost).toList()));
  }

  private static Cost cost(List<ProgramRun> runs) {
    return total(runs.stream().map(ProgramRun::cost).toList());
  }

  private static Cost total(List<Cost> costs) {
    return new Cost(
        costs.stream().mapToLong(Cost::cpuMillis).sum(),
        costs.stream().mapToLong(Cost::peakMib).max().orElse(0));
  }
}
