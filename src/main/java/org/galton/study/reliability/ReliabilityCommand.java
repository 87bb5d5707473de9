package org.galton.study.reliability;

import java.io.IOException;
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
import org.galton.study.reliability.row.ReliabilityTables;
import org.galton.study.reliability.view.ReliabilitySection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton reliability}: whether an agent does the same when it is asked again. */
@Command(
    name = "reliability",
    description = {
      "Measure what rollouts of agents, each a model with what is built around it, are worth beyond"
          + " their success: whether runs of one problem end and go alike (consistency), whether an"
          + " agent knows when it is right (predictability), what is left of its success where"
          + " problems are perturbed (robustness), how it keeps rules (safety), and how often it"
          + " does not answer (abstention).",
      "",
      "Inputs are run folders of Galton, and tables with a row per rollout: model, problem, success"
          + " (0 or 1), and optionally scaffold, task, status, actions (an array of texts),"
          + " confidence (0 to 1), dollars, seconds, calls, tokens, perturbed (0 or 1), severity"
          + " (none, low, medium or high: the worst violation of a rule), text (what the model"
          + " itself says). A status is scored, format_error, excluded_infrastructure or"
          + " excluded_timeout.",
      "",
      "A measure whose columns are missing has no value, and says why."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton reliability --input runs/demo",
      "         ./galton reliability --input examples/trials.csv"
    })
public final class ReliabilityCommand implements Callable<Integer> {
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
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables reliability, reliability_problems and runs, and a report, under"
              + " this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      ReliabilityResult result = new ReliabilityJob(spark, hadoop).run(run.name().runId(), inputs);
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> ReliabilityText.json(result),
          page,
          out -> out.print(ReliabilityText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private String write(
      String folder, RecordedRun run, ReliabilityResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          ReliabilitySection section =
              new ReliabilitySection(own.rows(ReliabilityTables.RELIABILITY, row -> true));
          return StudyPage.of(
              spec.name(), own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
