package org.galton.job;

import java.time.Duration;
import java.util.Optional;
import org.galton.table.BooksRow;

/**
 * What a run did.
 *
 * @param wanted rollouts that the sweep asks for
 * @param drawn by this run
 * @param judged rollouts that this run scored
 * @param summary where the run summarized
 * @param failureBudget share of the rollouts that may fail
 */
public record SweepResult(
    String runId,
    Duration duration,
    long wanted,
    RolloutResult drawn,
    long judged,
    Optional<Summary> summary,
    double failureBudget) {

  /** Rollouts that could not be drawn. */
  public long failed() {
    return summary
        .map(written -> written.books().stream().mapToLong(BooksRow::failed).sum())
        .orElse(drawn.failed());
  }

  /** 0 when complete, 1 when more rollouts failed than the budget allows. */
  public int exitCode() {
    return failed() > failureBudget * wanted ? 1 : 0;
  }
}
