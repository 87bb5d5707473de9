package org.galton.job.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.job.figure.FigureMaker;
import org.galton.job.run.RunWriter;
import org.galton.statistics.vote.Ties;
import org.galton.sweep.Books;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/**
 * Counts, and turns counts into statistics. Every run writes files of its own, so no reader ever
 * sees half of an old summary and half of a new one.
 */
public final class SummaryJob {
  private final JavaSparkContext spark;
  private final OutputFolder output;
  private final RunWriter writer;

  public SummaryJob(JavaSparkContext spark, RunWriter writer) {
    this.spark = spark;
    this.output = writer.output();
    this.writer = writer;
  }

  /**
   * @param rollouts of each prompt, at most, of two stages in the first: those with lower numbers
   *     count
   * @throws org.galton.table.store.Unfinished when the books of a cell do not balance
   */
  public Summary run(List<SummaryCell> cells, int rollouts) {
    FigureMaker maker =
        new FigureMaker(
            CellSummary.ks(rollouts).stream().mapToInt(k -> k).toArray(),
            Ties.SHARED,
            FigureMaker.LargeVotes.SKIPPED);
    List<Map<String, TalliedPrompt>> counted =
        new TallyScan(spark, output)
            .count(
                cells.stream().map(SummaryCell::judged).toList(),
                new CountedRollouts.First(rollouts),
                tally -> TalliedPrompt.of(tally, maker));
    List<Map<String, StageCounts>> later = later(cells, rollouts);
    List<BooksRow> books = new ArrayList<>();
    List<MetricRow> metrics = new ArrayList<>();
    List<PromptStatisticsRow> prompts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      CellSummary cell =
          CellSummary.of(cells.get(i), rollouts, counted.get(i), later.get(i), maker);
      Books account = cell.books();
      account.check(cells.get(i).name());
      books.add(cell.row(account));
      metrics.addAll(cell.metrics());
      prompts.addAll(cell.prompts());
    }
    writer.publish(Table.PROMPT_STATISTICS, prompts);
    writer.publish(Table.METRICS, metrics);
    writer.publish(Table.BOOKS, books);
    return new Summary(List.copyOf(books), List.copyOf(metrics), List.copyOf(prompts));
  }

  /** Second stages by cell and prompt id. */
  private List<Map<String, StageCounts>> later(List<SummaryCell> cells, int pilot) {
    if (cells.stream().allMatch(cell -> cell.staged().isEmpty())) {
      return Collections.nCopies(cells.size(), Map.of());
    }
    return new TallyScan(spark, output)
        .count(
            cells.stream().map(SummaryCell::judged).toList(),
            CountedRollouts.AfterPilot.of(
                pilot, cells.stream().map(cell -> cell.staged().orElseThrow().quota()).toList()),
            StageCounts::of);
  }
}
