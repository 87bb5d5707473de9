package org.galton.job.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.galton.spec.InvalidInput;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RolloutRow;
import org.galton.table.RunRow;
import org.galton.table.ScoreRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;

/** What a finished run left in its tables. */
public final class RunTables {
  private final OutputFolder output;
  private final RunRow run;

  /** A rollout and the verdict on it. */
  public record Judged(RolloutRow rollout, ScoreRow score) {}

  private RunTables(OutputFolder output, RunRow run) {
    this.output = output;
    this.run = run;
  }

  /**
   * The latest run of a sweep that wrote a summary.
   *
   * @throws InvalidInput when the folder holds none
   */
  public static RunTables latest(String folder, String sweep, Configuration configuration) {
    return summarized(new OutputFolder(folder, configuration))
        .filter(tables -> tables.run().sweep().equals(sweep))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot report %s: no finished run of sweep '%s' is there; run the sweep first"
                        .formatted(folder, sweep)));
  }

  /** The latest run of a sweep that ended with exit code 0, where there is one. */
  public static Optional<RunTables> lastComplete(
      String folder, String sweep, Configuration configuration) {
    return summarized(new OutputFolder(folder, configuration))
        .filter(tables -> tables.run().sweep().equals(sweep) && tables.run().exitCode() == 0)
        .findFirst();
  }

  /**
   * The latest run of any sweep that wrote a summary.
   *
   * @throws InvalidInput when the folder holds none
   */
  public static RunTables latest(String folder, Configuration configuration) {
    return summarized(new OutputFolder(folder, configuration))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot read %s: no finished run with a summary is there; name the output folder"
                            .formatted(folder)
                        + " of a sweep, and run the sweep first"));
  }

  /**
   * A run by its id.
   *
   * @throws InvalidInput when the folder holds no summary of it
   */
  public static RunTables of(String folder, String runId, Configuration configuration) {
    List<RunTables> found = summarized(new OutputFolder(folder, configuration)).toList();
    return found.stream()
        .filter(tables -> tables.run().runId().equals(runId))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "Cannot read %s#%s: no finished run of that name is there; its runs are %s"
                        .formatted(
                            folder,
                            runId,
                            found.stream().map(tables -> tables.run().runId()).toList())));
  }

  /** A run that is there, with or without a summary. */
  public static RunTables at(String folder, String runId, Configuration configuration) {
    OutputFolder output = new OutputFolder(folder, configuration);
    return new RunTables(output, output.ofRun(Table.RUNS, runId).rows(Table.RUNS.rows()).get(0));
  }

  /** Finished runs that wrote a summary, the latest first. */
  private static Stream<RunTables> summarized(OutputFolder output) {
    return new StoredRuns(output)
        .latestFirst()
        .filter(row -> output.ofRun(Table.METRICS, row.runId()).exists())
        .map(row -> new RunTables(output, row))
        .filter(RunTables::isReadable);
  }

  private boolean isReadable() {
    return new StoredRuns(output)
        .ifReadable(run.runId(), () -> metrics().size() + promptStatistics().size())
        .isPresent();
  }

  public RunRow run() {
    return run;
  }

  /** Where its tables lie. */
  public String folder() {
    return output.root().toString();
  }

  public List<MetricRow> metrics() {
    return output.ofRun(Table.METRICS, run.runId()).rows(Table.METRICS.rows());
  }

  public List<PromptStatisticsRow> promptStatistics() {
    return output.ofRun(Table.PROMPT_STATISTICS, run.runId()).rows(Table.PROMPT_STATISTICS.rows());
  }

  /** Rollouts that every prompt has, where a budget gave some prompts more; else empty. */
  public OptionalInt pilot() {
    return pilot(promptStatistics());
  }

  /** Likewise, of a run whose row is not written yet. */
  public static OptionalInt pilot(List<PromptStatisticsRow> prompts) {
    return prompts.stream().anyMatch(row -> row.second().exists())
        ? prompts.stream().mapToInt(PromptStatisticsRow::first).max()
        : OptionalInt.empty();
  }

  public List<BooksRow> books() {
    return output.ofRun(Table.BOOKS, run.runId()).rows(Table.BOOKS.rows());
  }

  /** Rows of a table that holds a run's in a file; none where the run did not write it. */
  public <R extends Record> List<R> rows(Table<R> table, Predicate<R> wanted) {
    List<R> rows = new ArrayList<>();
    forEach(
        table,
        row -> {
          if (wanted.test(row)) {
            rows.add(row);
          }
        });
    return rows;
  }

  /** Likewise, one after the other: of a table that need not fit into memory. */
  public <R extends Record> void forEach(Table<R> table, Consumer<R> each) {
    TableFile file = output.ofRun(table, run.runId());
    if (file.exists()) {
      file.forEach(table.rows(), each);
    }
  }

  /** Prompts of the run's tasks; none of rollouts that were given without their texts. */
  public List<PromptRow> prompts() {
    return metrics().stream()
        .map(MetricRow::task)
        .distinct()
        .flatMap(task -> all(output.prompts(task)))
        .toList();
  }

  private Stream<PromptRow> all(Path folder) {
    return output.list(folder).stream()
        .flatMap(file -> output.file(file).rows(Table.PROMPTS.rows()).stream());
  }

  /**
   * Nodes of the trees of a cell's searches, of at most {@code files} files, taken at even
   * distances: trees one after another, each in the order of its nodes. None where its rollouts
   * were drawn without trees.
   */
  public void forEachNode(BooksRow cell, int files, Consumer<SearchNodesRow> each) {
    Partition partition =
        output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
    List<StoredFile> stored = output.list(output.searchNodes(partition));
    int taken = Math.min(files, stored.size());
    for (int i = 0; i < taken; i++) {
      output
          .file(stored.get((int) ((long) i * stored.size() / taken)))
          .forEach(Table.SEARCH_NODES.rows(), each);
    }
  }

  /**
   * Some of a cell's rollouts with their verdicts: those of at most {@code files} files that were
   * judged, taken at even distances.
   */
  public List<Judged> sample(BooksRow cell, int files) {
    Partition partition =
        output.stored(new Partition(cell.model(), cell.task(), cell.generation()));
    List<StoredFile> stored =
        output.list(output.rollouts(partition)).stream()
            .filter(file -> !file.isFailed())
            .filter(file -> output.scoresOf(file, partition, cell.scorer()).exists())
            .toList();
    List<Judged> sample = new ArrayList<>();
    int taken = Math.min(files, stored.size());
    for (int i = 0; i < taken; i++) {
      StoredFile file = stored.get((int) ((long) i * stored.size() / taken));
      Map<RolloutOfPrompt, ScoreRow> scores = new HashMap<>();
      output
          .scoresOf(file, partition, cell.scorer())
          .forEach(
              Table.SCORES.rows(),
              score ->
                  scores.put(new RolloutOfPrompt(score.promptId(), score.rolloutIndex()), score));
      output
          .file(file)
          .forEach(
              Table.ROLLOUTS.rows(),
              rollout -> {
                ScoreRow score =
                    scores.get(new RolloutOfPrompt(rollout.promptId(), rollout.rolloutIndex()));
                if (score != null) {
                  sample.add(new Judged(rollout, score));
                }
              });
    }
    return sample;
  }

  private record RolloutOfPrompt(String promptId, int rolloutIndex) {}
}
