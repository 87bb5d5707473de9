package org.galton.study.flags;

import java.io.IOException;
import java.util.LinkedHashSet;
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
import org.galton.flags.Rules;
import org.galton.job.run.RecordedRun;
import org.galton.report.StudyPage;
import org.galton.study.flags.row.FlagsTables;
import org.galton.study.flags.view.FlagsSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton flags}: what transcripts show, and whether it goes with success. */
@Command(
    name = "flags",
    description = {
      "Flag transcripts of agents by rules: instruction violations, tool failures,"
          + " self-corrections, verifications, environmental barriers and shortcuts; and say how"
          + " often each is flagged in failures and in successes.",
      "",
      "Inputs are run folders of Galton, whose episodes have their turns as steps, and tables with a"
          + " row per rollout: model, problem, success (0 or 1), and optionally scaffold, task,"
          + " status, rollout (which of the problem), steps (a JSON array of objects with tool,"
          + " arguments, result, failed, text), answer, allowed (an array with the names of the"
          + " tools that the task declares), hidden (an array of texts that the agent is not to"
          + " know), family (problems that ask the same of other inputs) and reference (the right"
          + " answer). A status is scored, format_error, excluded_infrastructure or"
          + " excluded_timeout.",
      "",
      "A flag is no proof: read the evidence. Labels of people say how precise the rules are."
    },
    subcommands = CanaryCommand.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton flags --input examples/transcripts.jsonl",
      "         ./galton flags --input examples/transcripts.jsonl --labels examples/flag-labels.csv"
    })
public final class FlagsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      split = ",",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "Run folders, and *.csv, *.jsonl or *.parquet files or folders of them.")
  private List<String> inputs;

  @Option(
      names = "--labels",
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "Table of labels of the same rollouts: model, problem, rubric, label (0 or 1), and"
              + " optionally scaffold, task, rollout, judge.")
  private String labels;

  @Option(
      names = "--checks",
      split = ",",
      paramLabel = "TOOL",
      defaultValue = "test,tests,run_tests,pytest,check,verify,verifier,validate,lint",
      description = "Tools that check an answer (default: ${DEFAULT-VALUE}).")
  private LinkedHashSet<String> checks;

  @Option(
      names = "--submits",
      split = ",",
      paramLabel = "TOOL",
      defaultValue = "submit,answer,final_answer,finish,done",
      description = "Tools that hand an answer in (default: ${DEFAULT-VALUE}).")
  private LinkedHashSet<String> submits;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables flags, flag_outcomes, flag_labels and runs, and a report, under"
              + " this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    // Here, since the options of a command are not those of its subcommands.
    if (inputs == null) {
      throw new MissingParameterException(
          spec.commandLine(),
          spec.findOption("--input"),
          "Missing required option: '--input=PATH[,PATH...]'");
    }
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      FlagsResult result =
          new FlagsJob(spark, hadoop, new Rules(checks, submits))
              .run(run.name().runId(), inputs, labels);
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(
          () -> FlagsText.json(result),
          page,
          out -> out.print(FlagsText.of(result) + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private String write(String folder, RecordedRun run, FlagsResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          FlagsSection section =
              new FlagsSection(
                  own.rows(FlagsTables.FLAGS, row -> true),
                  own.rows(FlagsTables.OUTCOMES, row -> true),
                  own.rows(FlagsTables.LABELS, row -> true));
          return StudyPage.of(
              spec.name(), own.run(), section.finding(), List.of(), List.of(section));
        });
  }
}
