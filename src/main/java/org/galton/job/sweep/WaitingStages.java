package org.galton.job.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.galton.sweep.CellPlan;
import org.galton.sweep.SweepPlan;

/** Says that a budget is not spent to the end. */
final class WaitingStages {
  private WaitingStages() {}

  /**
   * One sentence, or none.
   *
   * @param stages that were run on the plan
   */
  static List<String> of(SweepPlan plan, Set<Stage> stages) {
    long waiting = plan.cells().stream().mapToLong(CellPlan::waiting).sum();
    return waiting == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "The second stage of %,d rollouts is not drawn: run %s./galton rollout, or ./galton"
                    + " sweep for all of it",
                waiting,
                stages.contains(Stage.SCORE) ? "" : "./galton score and then "));
  }
}
