package org.galton.study.junk;

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
import org.galton.job.run.RunAddress;
import org.galton.junk.dose.DoseOptions;
import org.galton.report.StudyPage;
import org.galton.study.junk.row.JunkTables;
import org.galton.study.junk.view.DoseSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton junk dose}: how scores answer to the dose. */
@Command(
    name = "dose",
    description = {
      "Measure how scores answer to a dose, such as the share of junk in what a model was trained"
          + " on: the slope, Spearman's rank correlation with an exact permutation test, and"
          + " Hedges' g between the lowest and the highest dose.",
      "",
      "A row is one score: columns dose and score, and optionally metric, model and seed. Scores"
          + " are compared within their metric and model; of several models there is also a row of"
          + " all."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton junk dose --input examples/doses.csv",
      "         ./galton junk dose --input scores.parquet --level 0.95 --output runs/dose"
    })
public final class DoseCommand implements Callable<Integer> {
  static final String STUDY = "junk-dose";

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "SCORES",
      converter = HomePath.class,
      description =
          "A *.csv, *.jsonl or *.parquet file, a folder of such files of one format, or a run"
              + " folder of 'junk simulate'.")
  private String input;

  @Option(
      names = "--trivial",
      defaultValue = "0.3",
      paramLabel = "G",
      description = "The largest |g| that counts as no effect (default: ${DEFAULT-VALUE}).")
  private double trivial;

  @Option(
      names = "--draws",
      defaultValue = "1000",
      paramLabel = "B",
      description = "Resamples for the interval of g, 0 for none (default: ${DEFAULT-VALUE}).")
  private int draws;

  @Option(
      names = "--level",
      defaultValue = "0.9",
      paramLabel = "P",
      description = "Probability that the interval of g holds (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--arrangements",
      defaultValue = "9999",
      paramLabel = "N",
      description =
          "Arrangements to draw where all are too many to count: above about 15 scores of one model"
              + " at doses of their own (default: ${DEFAULT-VALUE}).")
  private int arrangements;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes resamples and arrangements (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables dose_means, dose_responses and runs, and a report, under this"
              + " folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SessionFactory.open(STUDY)) {
      Configuration hadoop = SessionFactory.hadoop(spark);
      RecordedRun run = RecordedRun.begin(spark, STUDY, StoredOptions.origin(spec));
      DoseRequest request =
          new DoseRequest(
              RunAddress.fileOf(input, JunkTables.SIMULATED_SCORES, "junk simulate", hadoop),
              new DoseOptions(draws, level, arrangements, seed),
              trivial);
      DoseResult result = new DoseJob(spark, request).run(run.name().runId());
      Optional<String> page =
          Optional.ofNullable(output).map(folder -> write(folder, run, result, hadoop));
      printing.print(result::json, page, out -> out.print(result.text() + PageFile.line(page)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String write(
      String folder, RecordedRun run, DoseResult result, Configuration hadoop) {
    run.write(folder, result::write);
    return PageFile.ofRun(
        folder,
        run.name().runId(),
        hadoop,
        own -> {
          DoseSection section =
              new DoseSection(
                  own.rows(JunkTables.DOSE_RESPONSES, row -> true),
                  own.rows(JunkTables.DOSE_MEANS, row -> true));
          return StudyPage.of(
              STUDY, own.run(), section.finding(), section.warnings(), List.of(section));
        });
  }
}
