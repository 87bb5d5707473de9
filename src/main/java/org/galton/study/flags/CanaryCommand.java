package org.galton.study.flags;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.job.run.RecordedRun;
import org.galton.study.flags.row.FlagsTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton flags canary}: whether tests stand in what a model has seen. */
@Command(
    name = "canary",
    description = {
      "Look for tests in material that a model has seen, such as few-shot examples, prompts of"
          + " agents and training data: their questions, their answers of three words or more, and"
          + " their names of twelve letters or more.",
      "",
      "A test is cut into runs of --words successive words, or is one run where it has fewer. Words"
          + " are runs of letters and digits, in small letters; all else parts them."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton flags canary --tests examples/tests.csv --material examples/few-shot.csv"
    })
public final class CanaryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--tests",
      required = true,
      split = ",",
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "Run folders, whose prompts are tests, and tables with columns problem, text, and"
              + " optionally task, reference.")
  private List<String> tests;

  @Option(
      names = "--material",
      required = true,
      split = ",",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "Tables with a column text, and optionally id.")
  private List<String> material;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "8",
      description = "Successive words of a run (default: ${DEFAULT-VALUE}).")
  private int words;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      defaultValue = "1",
      description =
          "Share of a test's runs that must stand in one text (default: ${DEFAULT-VALUE}, all).")
  private double share;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Also write the tables flag_leaks and runs under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(spec.qualifiedName())) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, spec.parent().name(), StoredOptions.origin(spec));
      CanaryResult result =
          new CanaryJob(spark, hadoop).run(run.name().runId(), tests, material, words, share);
      if (output != null) {
        run.write(output, writer -> writer.publish(FlagsTables.LEAKS, result.leaks()));
      }
      printing.print(result::json, Optional.empty(), out -> out.print(result.text()));
    }
    return ExitCode.COMPLETE.value();
  }
}
