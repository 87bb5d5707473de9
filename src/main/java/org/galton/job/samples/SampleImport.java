package org.galton.job.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.PromptFamily;
import org.galton.job.run.PromptTable;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.RunWriter;
import org.galton.job.score.JudgeTrial;
import org.galton.job.score.ScoreJob;
import org.galton.job.score.ScoredCell;
import org.galton.job.summary.Summary;
import org.galton.job.summary.SummaryJob;
import org.galton.samplelog.LogCell;
import org.galton.samplelog.LogSource;
import org.galton.samplelog.SampleLog;
import org.galton.spec.InvalidInput;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;
import org.galton.task.Judge;

/**
 * Brings another tool's sample log into the tables that a sweep leaves. The log is read twice: once
 * to find all that is wrong with it or contradicts what is stored, and then to write; a log that is
 * refused leaves nothing behind. Importing it again adds nothing. The run ends with the summary
 * that a sweep's run ends with. Judges, where some are given, judge what is stored as those of a
 * sweep do; the verdicts of the log itself stay beside theirs. In memory stay eight bytes a
 * rollout, what names a prompt and one file's rollouts, never the log.
 */
public final class SampleImport {
  private final JavaSparkContext spark;
  private final String galtonVersion;
  private final Clock clock = Clock.systemUTC();

  public SampleImport(SparkSession session, String galtonVersion) {
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.galtonVersion = galtonVersion;
  }

  /**
   * @param folder of the tables
   * @param judges of which the first gives the verdicts that figures are made of; with none they
   *     are those of the log
   * @throws InvalidInput when the log is not there, has another shape, holds nothing, contradicts
   *     itself or what is stored, or has references that a judge cannot use
   */
  public ImportResult run(SampleLog log, String path, String folder, List<Judge> judges)
      throws IOException {
    Instant started = clock.instant();
    OutputFolder output = new OutputFolder(folder, spark.hadoopConfiguration());
    RunName run = RunName.at(started, "import-" + log.tool());
    RunMark.set(spark.sc(), run.runId());
    LogSource source = new HadoopLog(path, spark.hadoopConfiguration());
    try (OutputLease lease = acquire(output, run)) {
      output.sweepUp();
      Map<LogCell, ImportCell> cells = read(log, source, output, judges);
      List<ScoredCell> judged = judged(cells.keySet(), judges);
      new JudgeTrial(spark, "nothing was imported").run(judged);
      ImportWriter writer = new ImportWriter(output, lease.fence(), cells);
      log.read(source, writer::add);
      writer.finish();
      new ScoreJob(spark, output, lease.fence()).run(judged);
      RunWriter tables = new RunWriter(output, run.runId(), lease.fence());
      Summary summary = summarize(run, cells.values(), judges, tables);
      RunOrigin origin = new RunOrigin(origin(log.tool(), path, judges), galtonVersion);
      tables.publish(
          Table.RUNS, List.of(origin.row(run, spark.version(), started, clock.instant(), 0)));
      return new ImportResult(run.runId(), run.sweep(), summary);
    }
  }

  /** Of all that is stored of the log's cells, whichever import brought it. */
  private Summary summarize(
      RunName run, Collection<ImportCell> cells, List<Judge> judges, RunWriter tables) {
    Map<String, Map<String, PromptFamily>> families = new HashMap<>();
    cells.forEach(
        cell ->
            families.computeIfAbsent(
                cell.cell().task(), new PromptTable(tables.output())::families));
    return new SummaryJob(spark, tables)
        .run(
            cells.stream()
                .map(
                    cell ->
                        cell.summary(
                            run, families.get(cell.cell().task()), scorer(cell.cell(), judges)))
                .toList(),
            cells.stream().mapToInt(ImportCell::rollouts).max().orElse(0));
  }

  private static String scorer(LogCell cell, List<Judge> judges) {
    if (!judges.isEmpty()) {
      return judges.get(0).scorer();
    }
    return cell.isJudged() ? cell.scorer() : "none";
  }

  private static List<ScoredCell> judged(Collection<LogCell> cells, List<Judge> judges) {
    return judges.isEmpty()
        ? List.of()
        : cells.stream()
            .map(cell -> new ScoredCell(new LoggedTask(cell.task(), judges), cell.partition()))
            .distinct()
            .toList();
  }

  private static String origin(String tool, String path, List<Judge> judges) {
    StringBuilder origin =
        new StringBuilder("import:\n  tool: " + tool + "\n  path: " + quoted(path) + "\n");
    if (!judges.isEmpty()) {
      origin.append("  judges:\n");
      judges.forEach(judge -> origin.append("    - " + quoted(judge.scorer()) + "\n"));
    }
    return origin.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static Map<LogCell, ImportCell> read(
      SampleLog log, LogSource source, OutputFolder output, List<Judge> judges) throws IOException {
    Map<LogCell, ImportCell> cells = new LinkedHashMap<>();
    LoggedReferences references = new LoggedReferences(judges);
    log.read(
        source,
        rollout -> {
          cells.computeIfAbsent(rollout.cell(), cell -> ImportCell.of(output, cell)).add(rollout);
          references.check(rollout);
        });
    references.throwIfAnyRefused();
    if (cells.isEmpty()) {
      throw new InvalidInput(
          "Cannot import "
              + source.path()
              + ": it is empty, expected a sample log of "
              + log.tool());
    }
    cells.values().forEach(cell -> cell.check(source.path()));
    return cells;
  }

  private OutputLease acquire(OutputFolder output, RunName run) {
    try {
      return OutputLease.acquire(output, run.runId(), clock);
    } catch (UncheckedIOException e) {
      throw new InvalidInput(
          e.getMessage() + "; make the folder writable or name another as --output", e);
    }
  }
}
