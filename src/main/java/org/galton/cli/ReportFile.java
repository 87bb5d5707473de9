package org.galton.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.job.JudgedGate;
import org.galton.job.RunTables;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.comparison.RunComparisons;
import org.galton.report.BalancePage;
import org.galton.report.BalanceRows;
import org.galton.report.ChangedPrompt;
import org.galton.report.ComparisonPage;
import org.galton.report.EmergencePage;
import org.galton.report.EmergenceRows;
import org.galton.report.EmergenceRows.Place;
import org.galton.report.ExampleSelection;
import org.galton.report.FitPage;
import org.galton.report.InformationPage;
import org.galton.report.JudgedRollout;
import org.galton.report.ReportWriter;
import org.galton.report.ScalingRows;
import org.galton.report.StatsPage;
import org.galton.report.StudyPage;
import org.galton.report.SweepReport;
import org.galton.sweep.SweepSpec;
import org.galton.table.ComparisonRow;
import org.galton.table.EmergenceGroupRow;
import org.galton.table.InformationRow;
import org.galton.table.OutputFolder;
import org.galton.table.RunRow;
import org.galton.table.Table;

/** The report of a sweep's latest run, or of a study, beside its tables. */
final class ReportFile {
  private static final int EXAMPLES_PER_OUTCOME = 3;
  private static final int FILES_PER_CELL = 4;

  private ReportFile() {}

  /** Writes the page and returns where it is. */
  static String write(SweepSpec spec, Configuration hadoop) {
    return write(spec.output(), spec.sweep(), hadoop);
  }

  /**
   * @param study the sweep's name, or what stands for it
   */
  static String write(String output, String study, Configuration hadoop) {
    RunTables tables = RunTables.latest(output, study, hadoop);
    List<JudgedRollout> candidates =
        tables.books().stream()
            .flatMap(cell -> tables.sample(cell, FILES_PER_CELL).stream())
            .map(judged -> new JudgedRollout(judged.rollout(), judged.score()))
            .toList();
    RunComparisons comparisons = new RunComparisons(output, tables, hadoop);
    SweepReport report =
        new SweepReport(
            tables.run(),
            tables.prompts(),
            tables.metrics(),
            tables.promptStatistics(),
            tables.books(),
            Stream.concat(comparisons.own().stream(), comparisons.stored().stream()).toList(),
            scaling(tables),
            emergence(tables),
            BalanceRows.read(tables::forEach),
            ExampleSelection.of(EXAMPLES_PER_OUTCOME).choose(candidates));
    return publish(
        out -> new ReportWriter().write(report, out),
        new Path(output, study + "-report.html"),
        hadoop);
  }

  /** Of an analysis of trajectories by themselves. */
  static String ofEmergence(String output, String runId, Configuration hadoop) {
    RunTables tables = RunTables.at(output, runId, hadoop);
    return ofStudy(output, tables.run(), EmergencePage.of(tables.run(), emergence(tables)), hadoop);
  }

  /** Of an analysis of transitions or votes by themselves. */
  static String ofBalance(String output, String runId, Configuration hadoop) {
    RunTables tables = RunTables.at(output, runId, hadoop);
    BalanceRows rows = BalanceRows.read(tables::forEach);
    return ofStudy(output, tables.run(), BalancePage.of(tables.run(), rows), hadoop);
  }

  /** Of curves fitted to anyone's points. */
  static String ofFit(String output, String runId, Configuration hadoop) {
    RunTables tables = RunTables.at(output, runId, hadoop);
    return ofStudy(output, tables.run(), FitPage.of(tables.run(), scaling(tables)), hadoop);
  }

  /** Of the statistics of rollouts that Galton did not draw. */
  static String ofStats(String output, String runId, Configuration hadoop) {
    RunTables tables = RunTables.at(output, runId, hadoop);
    StudyPage page = StatsPage.of(tables.run(), tables.metrics(), tables.promptStatistics());
    return ofStudy(output, tables.run(), page, hadoop);
  }

  /**
   * Of what columns say about each other.
   *
   * @param warnings that the tables do not hold
   */
  static String ofInformation(
      String output, String runId, List<String> warnings, Configuration hadoop) {
    RunTables tables = RunTables.at(output, runId, hadoop);
    List<InformationRow> rows = tables.rows(Table.INFORMATION, row -> true);
    return ofStudy(output, tables.run(), InformationPage.of(tables.run(), rows, warnings), hadoop);
  }

  /**
   * Of a stored comparison.
   *
   * @param result whose prompts and unpaired cells no table holds
   */
  static String ofComparison(
      String output,
      RunRow run,
      ComparisonResult result,
      List<JudgedGate> gates,
      Configuration hadoop) {
    List<ComparisonRow> rows =
        new OutputFolder(output, hadoop)
            .ofComparison(result.comparisonId())
            .rows(Table.COMPARISONS.rows());
    long missed = gates.stream().filter(JudgedGate::missed).count();
    Stream<String> warnings =
        missed == 0
            ? Stream.empty()
            : Stream.of("%d of %d gates missed.".formatted(missed, gates.size()));
    StudyPage page =
        ComparisonPage.of(
            run,
            rows,
            result.cells().stream().flatMap(ReportFile::changed).toList(),
            gates.stream().map(JudgedGate::sentence).toList(),
            Stream.concat(warnings, result.unpaired().stream().map(ComparisonText::unpaired))
                .toList());
    return ofStudy(output, run, page, hadoop);
  }

  private static Stream<ChangedPrompt> changed(CellComparison cell) {
    String pair = ComparisonText.title(cell.pair());
    return cell.flips().stream()
        .map(
            flip ->
                new ChangedPrompt(
                    pair,
                    flip.text().isEmpty() ? flip.promptId() : flip.text().strip(),
                    flip.baselineRate(),
                    flip.candidateRate()));
  }

  private static String ofStudy(String output, RunRow run, StudyPage page, Configuration hadoop) {
    return publish(
        out -> new ReportWriter().write(page, out),
        new Path(output, run.sweep() + "-report.html"),
        hadoop);
  }

  private static ScalingRows scaling(RunTables tables) {
    return new ScalingRows(tables.scalingFits(), tables.scalingPoints(), tables.scalingForecasts());
  }

  /** Details of the groups that are shown; those of all may be many. */
  private static EmergenceRows emergence(RunTables tables) {
    List<EmergenceGroupRow> groups = tables.rows(Table.EMERGENCE_GROUPS, EmergenceRows::choose);
    Set<Place> chosen = EmergenceRows.chosen(groups);
    return new EmergenceRows(
        tables.rows(Table.EMERGENCE_CONDITIONS, row -> true),
        groups,
        tables.rows(
            Table.EMERGENCE_PAIRS,
            row -> chosen.contains(new Place(row.experiment(), row.condition(), row.group()))),
        tables.rows(
            Table.EMERGENCE_TRIPLETS,
            row -> chosen.contains(new Place(row.experiment(), row.condition(), row.group()))),
        tables.rows(
            Table.TRAJECTORIES,
            row -> chosen.contains(new Place(row.experiment(), row.condition(), row.group()))),
        tables.rows(Table.EMERGENCE_EFFECTS, row -> true));
  }

  /** What a study prints last: where its page is, if it wrote one. */
  static String line(Optional<String> page) {
    return page.map(path -> "\nReport: " + path + "\n").orElse("");
  }

  /** What a study prints as JSON, with its page, if it wrote one, as the last key. */
  static String json(ObjectNode document, Optional<String> page) {
    page.ifPresent(path -> document.put("report", path));
    return document.toPrettyString() + "\n";
  }

  /** Writes a page's text. */
  private interface Content {
    void write(Writer out) throws IOException;
  }

  private static String publish(Content content, Path page, Configuration hadoop) {
    Path hidden = new Path(page.getParent(), "." + page.getName());
    try {
      FileSystem files = page.getFileSystem(hadoop);
      try (Writer out =
          new OutputStreamWriter(files.create(hidden, true), StandardCharsets.UTF_8)) {
        content.write(out);
      }
      files.delete(page, false);
      if (!files.rename(hidden, page)) {
        throw new IOException("the file system refused to rename " + hidden);
      }
      return files.getScheme().equals("file")
          ? page.toString()
          : files.makeQualified(page).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + page + ": " + e.getMessage(), e);
    }
  }
}
