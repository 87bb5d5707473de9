package org.galton.job.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.draw.KeyScan;
import org.galton.job.summary.CountedRollouts;
import org.galton.job.summary.StageCounts;
import org.galton.job.summary.TallyScan;
import org.galton.reward.budget.StagedBudget;
import org.galton.statistics.Tally;
import org.galton.sweep.Cell;
import org.galton.sweep.CellQuota;
import org.galton.sweep.SweepPlan;
import org.galton.sweep.SweepSpec;
import org.galton.table.store.OutputFolder;

/**
 * Plans a sweep whose cells may have a budget. How it is divided is a function of the spec and the
 * pilot's stored verdicts, so that a sweep that is run again comes to the same.
 */
final class BudgetPlan {
  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final SweepSpec spec;
  private final List<Cell> cells;

  BudgetPlan(JavaSparkContext spark, OutputFolder output, SweepSpec spec, List<Cell> cells) {
    this.spark = spark;
    this.output = output;
    this.spec = spec;
    this.cells = cells;
  }

  /** Cells whose pilot is not judged yet are asked for the pilot alone. */
  SweepPlan now() {
    return plan(
        spec.budget()
            .map(budget -> quotas(budget, Undecided.WAIT))
            .orElseGet(() -> SweepPlan.quotas(spec, cells)));
  }

  /**
   * Once the pilots were drawn and judged: prompts that still have none get no second stage. Asks
   * for no rollout of a pilot, since one more would change the division.
   */
  SweepPlan secondStage(StagedBudget budget) {
    return plan(quotas(budget, Undecided.LEAVE).stream().map(CellQuota::secondStage).toList());
  }

  private SweepPlan plan(List<CellQuota> quotas) {
    return new KeyScan(spark, output).plan(spec, cells, quotas);
  }

  /** What becomes of a cell with a prompt whose pilot is not whole. */
  private enum Undecided {
    WAIT,
    LEAVE
  }

  private List<CellQuota> quotas(StagedBudget budget, Undecided undecided) {
    List<Map<String, StageCounts>> pilots = pilots(budget);
    List<CellQuota> quotas = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Map<String, StageCounts> counted = pilots.get(i);
      List<Tally> tallies =
          cell.prompts().stream()
              .map(prompt -> counted.getOrDefault(prompt.id(), StageCounts.NOTHING).tally())
              .toList();
      boolean waits = undecided == Undecided.WAIT && !tallies.stream().allMatch(budget::isWhole);
      quotas.add(waits ? CellQuota.ofPilot(budget) : CellQuota.divided(budget, cell, tallies));
    }
    return quotas;
  }

  private List<Map<String, StageCounts>> pilots(StagedBudget budget) {
    return new TallyScan(spark, output)
        .count(
            IntStream.range(0, cells.size())
                .mapToObj(
                    i ->
                        new TallyScan.Judged(
                            output.stored(cells.get(i).partition()), cells.get(i).task().scorer()))
                .toList(),
            new CountedRollouts.First(budget.low()),
            StageCounts::of);
  }
}
