package org.galton.job.sweep;

import java.util.List;
import java.util.Locale;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepPlan;

/** Says that a budget is not spent to the end. */
final class WaitingStages {
  private WaitingStages() {}

  /** One sentence, or none. */
  static List<String> of(SweepPlan plan) {
    long waiting = plan.cells().stream().mapToLong(CellPlan::waiting).sum();
    return waiting == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "The second stage of %,d rollouts waits for the verdicts on the pilot: run ./galton"
                    + " score, then ./galton rollout again, or ./galton sweep for all of it",
                waiting));
  }
}
