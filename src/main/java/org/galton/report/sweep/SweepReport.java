package org.galton.report.sweep;

import java.util.List;
import org.galton.report.SweepSection;
import org.galton.table.BooksRow;
import org.galton.table.ComparisonRow;
import org.galton.table.GateRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RunRow;

/**
 * All that a report shows: the rows of one run, and what it was compared with.
 *
 * @param prompts the run's prompts; one that is missing here is shown by its id
 * @param comparisons with the run on one side or both; its own carry its id as theirs and come
 *     first, stored ones follow in the order of their ids
 * @param studies sections of the studies that it ended with
 * @param examples completions to read, as {@link ExampleSelection} chooses them
 */
public record SweepReport(
    RunRow run,
    List<PromptRow> prompts,
    List<MetricRow> metrics,
    List<PromptStatisticsRow> promptStatistics,
    List<BooksRow> books,
    List<GateRow> gates,
    List<ComparisonRow> comparisons,
    List<SweepSection> studies,
    List<JudgedRollout> examples) {

  /** Of a run without gates and studies. */
  public SweepReport(
      RunRow run,
      List<PromptRow> prompts,
      List<MetricRow> metrics,
      List<PromptStatisticsRow> promptStatistics,
      List<BooksRow> books,
      List<ComparisonRow> comparisons,
      List<JudgedRollout> examples) {
    this(
        run,
        prompts,
        metrics,
        promptStatistics,
        books,
        List.of(),
        comparisons,
        List.of(),
        examples);
  }

  /**
   * @throws IllegalArgumentException if the books of a cell do not balance
   */
  public SweepReport {
    prompts = List.copyOf(prompts);
    metrics = List.copyOf(metrics);
    promptStatistics = List.copyOf(promptStatistics);
    books = List.copyOf(books);
    gates = List.copyOf(gates);
    comparisons = List.copyOf(comparisons);
    studies = List.copyOf(studies);
    examples = List.copyOf(examples);
    books.forEach(SweepReport::requireBalance);
  }

  private static void requireBalance(BooksRow cell) {
    long accounted = cell.scored() + cell.unscored() + cell.failed();
    if (cell.requested() != accounted) {
      throw new IllegalArgumentException(
          ("Cannot report run %s: the books of %s on %s do not balance: requested %d, but scored %d"
                  + " + unscored %d + failed %d = %d; run the sweep again to settle them")
              .formatted(
                  cell.runId(),
                  cell.model(),
                  cell.task(),
                  cell.requested(),
                  cell.scored(),
                  cell.unscored(),
                  cell.failed(),
                  accounted));
    }
  }
}
