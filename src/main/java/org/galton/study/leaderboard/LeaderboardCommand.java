package org.galton.study.leaderboard;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.report.StudyPage;
import org.galton.study.leaderboard.row.LeaderboardTables;
import org.galton.study.leaderboard.view.LeaderboardSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton leaderboard}: which agents are worth their cost. */
@Command(
    name = "leaderboard",
    description = {
      "Rank agents, each a model with what is built around it, by success and by what a rollout costs"
          + " in tokens, seconds and dollars, and say which are on the frontier. All attempts cost,"
          + " failed ones too.",
      "",
      "Inputs are run folders of Galton, whose samplings are the scaffolds, and tables with a row per"
          + " rollout: model, problem, success (0 or 1), and optionally scaffold, task, status,"
          + " prompt_tokens, completion_tokens, seconds, dollars, date, effort. A status is scored,"
          + " format_error, excluded_infrastructure or excluded_timeout. Where one model, scaffold"
          + " and task has several settings of effort, each two are set beside each other.",
      "",
      "Prices are a table with model, from (a day), and either input and output, dollars for a"
          + " million tokens, or device_hour, dollars for an hour of a device. Without prices"
          + " dollars are not known."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton leaderboard --input runs/demo",
      "         ./galton leaderboard --input examples/agents.csv --prices examples/prices.csv --date"
          + " 2025-10-01",
      "         ./galton leaderboard --input examples/efforts.csv --efforts low,medium,high"
    })
public final class LeaderboardCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      split = ",",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "Run folders, and *.csv, *.jsonl or *.parquet files or folders of them.")
  private List<String> inputs;

  @Option(
      names = "--prices",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "Table of dated prices.")
  private String prices;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description =
          "Day whose prices hold for rows of a table that has no column date (default: today)."
              + " Rollouts of a run folder have the day on which the run began.")
  private LocalDate date;

  @Option(
      names = "--efforts",
      split = ",",
      paramLabel = "LABEL",
      description =
          "Order of the labels in column effort, from the lowest to the highest (default: they are"
              + " numbers).")
  private List<String> efforts = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables leaderboard, agent_unions, effort_pairs, effort_signs and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      LeaderboardResult result =
          new LeaderboardJob(spark, hadoop)
              .run(
                  run.name().runId(),
                  inputs,
                  prices,
                  date == null ? run.started().atZone(ZoneOffset.UTC).toLocalDate() : date,
                  new Efforts(efforts));
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> LeaderboardText.json(result),
          page,
          out -> {
            out.print(LeaderboardText.of(result) + PageFile.line(page));
            result.warnings().forEach(spec.commandLine().getErr()::println);
          });
    }
    return ExitCode.COMPLETE.value();
  }

  private String write(
      String folder, RecordedRun run, LeaderboardResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          LeaderboardSection section =
              new LeaderboardSection(
                  own.rows(LeaderboardTables.LEADERBOARD, row -> true),
                  own.rows(LeaderboardTables.UNIONS, row -> true),
                  own.rows(LeaderboardTables.EFFORT_PAIRS, row -> true),
                  own.rows(LeaderboardTables.EFFORT_SIGNS, row -> true));
          return StudyPage.of(
              spec.name(), own.run(), section.finding(), result.warnings(), List.of(section));
        });
  }
}
