package org.galton.study.selection;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton select}: which of many patches to take. */
@Command(
    name = "select",
    description = {
      "Choose one of many patches of an issue by test patches that were written beside them. With FP"
          + " the cases that fail on the original code and pass after the patch, and PP those that"
          + " pass before and after: S = sum FP / sum F + sum PP / sum P over the test patches under"
          + " which something fails on the original code. The largest S wins.",
      "",
      "The table has a row per case, test patch and patch. Where it says which patches resolve their"
          + " issue, the choice is compared with the first patch, the majority, patches that pass all"
          + " tests, and the best possible choice."
    },
    mixinStandardHelpOptions = true,
    subcommands = SimulateCommand.class,
    footer = {
      "",
      "Example: ./galton select --cases examples/cases.csv",
      "         ./galton select --cases cases.parquet --test test_file --after status --output"
          + " runs/select",
      "         ./galton select simulate --issues 50 --p-fix 0.1 --error 0,0.2"
    })
public final class SelectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--cases",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String cases;

  @Option(
      names = "--issue",
      defaultValue = "issue",
      paramLabel = "COLUMN",
      description = "Column of issues (default: ${DEFAULT-VALUE}).")
  private String issue;

  @Option(
      names = "--patch",
      defaultValue = "patch",
      paramLabel = "COLUMN",
      description = "Column of patches (default: ${DEFAULT-VALUE}).")
  private String patch;

  @Option(
      names = "--test",
      defaultValue = "test",
      paramLabel = "COLUMN",
      description = "Column of test patches (default: ${DEFAULT-VALUE}).")
  private String test;

  @Option(
      names = "--case",
      defaultValue = "case",
      paramLabel = "COLUMN",
      description = "Column of the cases of a test patch (default: ${DEFAULT-VALUE}).")
  private String testCase;

  @Option(
      names = "--before",
      defaultValue = "before",
      paramLabel = "COLUMN",
      description =
          "Column of the case's status on the original code: PASS or FAIL (default:"
              + " ${DEFAULT-VALUE}).")
  private String before;

  @Option(
      names = "--after",
      defaultValue = "after",
      paramLabel = "COLUMN",
      description = "Column of its status after the patch (default: ${DEFAULT-VALUE}).")
  private String after;

  @Option(
      names = "--resolved",
      defaultValue = "resolved",
      paramLabel = "COLUMN",
      description =
          "Column that says whether the patch resolves the issue, if there is one (default:"
              + " ${DEFAULT-VALUE}).")
  private String resolved;

  @Option(
      names = "--content",
      defaultValue = "content",
      paramLabel = "COLUMN",
      description =
          "Column with the text or a hash of the patch, if there is one: patches of the same content"
              + " are identical (default: ${DEFAULT-VALUE}; without it no two are).")
  private String content;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables selections, patch_scores, selection_arms and runs, and a report, under this"
              + " folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    if (cases == null) {
      throw new MissingParameterException(
          spec.commandLine(),
          List.of(spec.findOption("--cases")),
          "Missing required option: '--cases=PATH'");
    }
    try (SparkSession spark = SessionFactory.open(spec.name())) {
      RecordedRun run = RecordedRun.begin(spark, spec.name(), StoredOptions.origin(spec));
      SelectionResult result =
          new SelectionJob(spark)
              .ofCases(
                  run.name().runId(),
                  cases,
                  new CaseColumns(issue, patch, test, testCase, before, after, resolved, content));
      SelectionOutput.print(result, run, output, printing, SessionFactory.hadoop(spark));
    }
    return ExitCode.COMPLETE.value();
  }
}
