package org.galton.study.information;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.PageFile;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.StoredOptions;
import org.galton.information.InformationEstimator;
import org.galton.information.PermutationTest;
import org.galton.information.PidMeasure;
import org.galton.study.information.row.InformationTables;
import org.galton.study.information.view.InformationPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton information}: what columns of a file say about each other. */
@Command(
    name = "information",
    description = {
      "Estimate the mutual information of columns of a CSV, JSON Lines or Parquet file in bits, and"
          + " decompose what two columns say about a third into redundant, unique and synergetic"
          + " parts.",
      "",
      "Each figure is shown beside what 200 shuffles of the target give: their median is chance and"
          + " bias, p the share of shuffles that reach the figure. Shuffles say nothing at all"
          + " about the target: the p of an atom tells whether there is any information, not which"
          + " atom it is."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton information --input rows.csv --x length,model --y correct --bins 4",
      "         ./galton information --input rows.parquet --x tokens --y logprob_sum --estimator"
          + " ksg",
      "         ./galton information --input rows.csv --pid length,model:correct --bins 2"
    })
public final class InformationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format.")
  private String input;

  @Option(
      names = "--x",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "Columns that are taken together. Of two or more, an estimator of discrete columns also"
              + " gives their O-information with --y: above 0 where redundancy prevails, below 0"
              + " where synergy does; its p is that of redundancy.")
  private List<String> x = new ArrayList<>();

  @Option(
      names = "--y",
      paramLabel = "COLUMN",
      description = "The column that they may say something about.")
  private String y;

  @Option(
      names = "--pid",
      paramLabel = "S1,S2:T",
      description = "Decompose what the columns S1 and S2 say about T.")
  private String pid;

  @Option(
      names = "--estimator",
      defaultValue = "jeffreys",
      paramLabel = "ESTIMATOR",
      description =
          "Of discrete values: plug-in, jeffreys, miller-madow, james-stein. Of continuous values:"
              + " gaussian, copula, ksg, ksg-2 (default: ${DEFAULT-VALUE}).")
  private InformationEstimator estimator;

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "MEASURE",
      description =
          "What counts as redundant in --pid: imin, mmi, broja, sx (default: imin, mmi and broja;"
              + " only mmi with miller-madow and estimators of continuous values).")
  private List<PidMeasure> measures = new ArrayList<>();

  @Option(
      names = "--bins",
      paramLabel = "K",
      description =
          "Cut columns of numbers with more values than this into so many bins of about equal"
              + " counts (default: each value is a state of its own).")
  private Integer bins;

  @Option(
      names = "--permutations",
      defaultValue = "200",
      paramLabel = "B",
      description = "Shuffles of the target (default: ${DEFAULT-VALUE}).")
  private int permutations;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "SEED",
      description = "Fixes the shuffles (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--missing",
      defaultValue = "refused",
      paramLabel = "WHAT",
      description =
          "What becomes of a row without a value: refused, an error, or skipped, it is left out"
              + " (default: ${DEFAULT-VALUE}).")
  private MissingValues missing;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Also write the tables information and runs, and a report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    InformationRequest request =
        new InformationRequest(
            input,
            x,
            Optional.ofNullable(y),
            Optional.ofNullable(pid).map(PidColumns::parse),
            estimator,
            measures,
            bins == null ? OptionalInt.empty() : OptionalInt.of(bins),
            new PermutationTest(permutations, seed),
            missing);
    try (SparkSession spark = SessionFactory.open("information")) {
      InformationJob job = new InformationJob(spark);
      InformationResult result =
          output == null ? job.run(request) : job.run(request, output, StoredOptions.origin(spec));
      Optional<String> report =
          Optional.ofNullable(output)
              .map(
                  dir ->
                      page(dir, result.runId(), result.warnings(), SessionFactory.hadoop(spark)));
      printing.print(
          () -> InformationOutput.json(result),
          report,
          out -> {
            out.print(InformationOutput.text(result) + PageFile.line(report));
            result.warnings().forEach(spec.commandLine().getErr()::println);
          });
    }
    return ExitCode.COMPLETE.value();
  }

  /**
   * @param warnings that the tables do not hold
   */
  private static String page(
      String folder, String runId, List<String> warnings, Configuration hadoop) {
    return PageFile.ofRun(
        folder,
        runId,
        hadoop,
        run ->
            InformationPage.of(
                run.run(), run.rows(InformationTables.INFORMATION, row -> true), warnings));
  }
}
