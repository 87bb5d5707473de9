package org.galton.job.sweep;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.galton.job.draw.RolloutResult;
import org.galton.job.summary.Summary;
import org.galton.model.source.FoundModels;
import org.galton.sweep.SweepSpec;

/**
 * What a run did.
 *
 * @param spec as it was asked, with every model by name
 * @param skipped checkpoints that an entry of the spec found and that could not be used
 * @param warnings sentences for readers of its figures
 * @param cells what of each could not be drawn
 * @param drawn by this run
 * @param judged rollouts that this run scored
 * @param summary where the run summarized
 * @param reviewed what it brought
 */
public record SweepResult(
    String runId,
    SweepSpec spec,
    List<FoundModels.Skipped> skipped,
    List<String> warnings,
    Duration duration,
    List<CellFailures> cells,
    RolloutResult drawn,
    long judged,
    Optional<Summary> summary,
    Reviewed reviewed) {

  /** Rollouts that the sweep asks for. */
  public long wanted() {
    return cells.stream().mapToLong(CellFailures::wanted).sum();
  }

  /** Rollouts that could not be drawn. */
  public long failed() {
    return cells.stream().mapToLong(CellFailures::failed).sum();
  }

  /** Cells of which more failed than the budget allows. */
  public List<CellFailures> overBudget() {
    return cells.stream().filter(cell -> cell.exceed(spec.failureBudget())).toList();
  }

  /** 0 when complete, 1 when a cell failed more than the budget allows or a gate was missed. */
  public int exitCode() {
    return overBudget().isEmpty() && !reviewed.missed() ? 0 : 1;
  }
}
