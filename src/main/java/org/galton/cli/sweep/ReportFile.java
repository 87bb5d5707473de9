package org.galton.cli.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.PageFile;
import org.galton.job.comparison.RunComparisons;
import org.galton.job.run.RunTables;
import org.galton.report.sweep.ExampleSelection;
import org.galton.report.sweep.JudgedRollout;
import org.galton.report.sweep.Page;
import org.galton.report.sweep.SweepReport;
import org.galton.study.Studies;
import org.galton.sweep.SweepSpec;
import org.galton.table.Table;

/** The report of a sweep's latest run beside its tables. */
public final class ReportFile {
  private static final int EXAMPLES_PER_OUTCOME = 3;
  private static final int FILES_PER_CELL = 4;

  private ReportFile() {}

  /** Writes the page and returns where it is. */
  static String write(SweepSpec spec, Configuration hadoop) {
    return write(spec.output(), spec.sweep(), hadoop);
  }

  /**
   * @param sweep its name, or what stands for it
   */
  public static String write(String output, String sweep, Configuration hadoop) {
    RunTables tables = RunTables.latest(output, sweep, hadoop);
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
            tables.rows(Table.GATES, row -> true),
            Stream.concat(comparisons.own().stream(), comparisons.stored().stream()).toList(),
            Studies.all().stream().flatMap(study -> study.section(tables).stream()).toList(),
            ExampleSelection.of(EXAMPLES_PER_OUTCOME).choose(candidates));
    return PageFile.publish(Page.of(report), output, sweep, hadoop);
  }
}
