package org.galton.study.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.CellPair;
import org.galton.job.comparison.ComparedCell;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.figure.AnswerCounts;
import org.galton.spec.InvalidInput;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.store.Partition;

/**
 * BroRL's balance of correct mass between compared cells, from the answers of their rollouts. The
 * answers of each cell are counted where they are stored; the counts meet in the driver.
 */
public final class MassBalanceJob {
  private final StoredAnswers stored;

  public MassBalanceJob(SparkSession session) {
    this.stored = new StoredAnswers(session);
  }

  /**
   * @throws InvalidInput when a cell's run keeps counts without answers, or no prompt has rollouts
   *     in both
   */
  public List<MassShift> run(ComparisonResult result) {
    Map<ComparedCell, Map<String, AnswerCounts>> known = new HashMap<>();
    List<MassShift> shifts = new ArrayList<>();
    for (CellComparison cell : result.cells()) {
      CellPair pair = cell.pair();
      MassShift shift =
          MassShift.of(
              pair,
              known.computeIfAbsent(pair.baseline(), this::answers),
              known.computeIfAbsent(pair.candidate(), this::answers));
      if (shift.prompts() == 0) {
        throw new InvalidInput(
            "Cannot balance the mass of %s with %s on %s: no prompt has stored rollouts with verdicts in both; score them, or leave --mass-balance out"
                .formatted(pair.baselineName(), pair.candidateName(), pair.task()));
      }
      shifts.add(shift);
    }
    return List.copyOf(shifts);
  }

  private Map<String, AnswerCounts> answers(ComparedCell cell) {
    if (cell.isGiven()) {
      throw new InvalidInput(
          "Cannot balance the mass of %s on %s: its run keeps the counts of a file, not its answers; compare runs that Galton drew or imported, or leave --mass-balance out"
              .formatted(cell.model(), cell.task()));
    }
    Map<String, AnswerCounts> answers =
        stored.of(
            cell.output(),
            new Partition(cell.model(), cell.task(), cell.generation()),
            cell.scorer(),
            cell.prompts().values().stream().mapToInt(PromptStatisticsRow::n).max().orElse(0));
    answers.keySet().retainAll(cell.prompts().keySet());
    return answers;
  }
}
