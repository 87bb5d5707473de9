package org.galton.study.scaling;

import java.io.IOException;
import java.util.ArrayList;
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
import org.galton.study.scaling.view.FitPage;
import org.galton.study.scaling.view.ScalingRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton fit}: the sigmoid of reward against training compute, or why there is none. */
@Command(
    name = "fit",
    description = {
      "Fit the sigmoid of reward against training compute to anyone's points: a row per point in"
          + " CSV, JSON Lines or Parquet.",
      "",
      "R(C) = R0 + (A - R0) / (1 + (C_mid / C)^B). A curve that the points do not bound is refused,"
          + " with its reason.",
      "",
      "Columns: compute (above 0, any unit of cost) and reward (0 to 1). Optional: prompts and"
          + " generations of the evaluation (weights where they differ), noise (standard error with"
          + " the prompts held fixed)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton fit --points curve.csv --forecast 100000",
      "         ./galton fit --points curves.parquet --series model,task --output runs/theirs",
      "         ./galton fit --points seeds.csv --series recipe --replicate seed --compare-forms"
    })
public final class FitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--points",
      required = true,
      paramLabel = "PATH",
      converter = HomePath.class,
      description =
          "A *.csv, *.jsonl or *.parquet file, or a folder of such files of one format; or the"
              + " output folder of fit or of a sweep of checkpoints, or FOLDER#RUN_ID.")
  private String points;

  @Option(
      names = "--series",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns whose values tell series apart (default: all rows are one series).")
  private List<String> series = new ArrayList<>();

  @Option(
      names = "--r0",
      defaultValue = "auto",
      paramLabel = "MODE",
      description =
          "Where R0 comes from: a number, zero_row (the row with compute 0), first_point, free, or"
              + " auto, which is free from 12 points on and else first_point"
              + " (default: ${DEFAULT-VALUE}).")
  private String startingReward;

  @Option(
      names = "--method",
      defaultValue = "least_squares",
      paramLabel = "METHOD",
      description =
          "least_squares, with an interval of A, or grid, as in the ScaleRL paper"
              + " (default: ${DEFAULT-VALUE}).")
  private String method;

  @Option(
      names = "--midpoints",
      split = ",",
      paramLabel = "C_MID",
      description =
          "Smallest and largest C_mid of the grid"
              + " (default: 100 and the larger of 4000 and twice the largest compute).")
  private List<Double> midpoints = new ArrayList<>();

  @Option(
      names = "--min-compute",
      defaultValue = "0",
      paramLabel = "C",
      description = "Leave points below this compute out (default: ${DEFAULT-VALUE}).")
  private double minCompute;

  @Option(
      names = "--forecast",
      split = ",",
      paramLabel = "C",
      description = "Also say what the curve promises at this compute.")
  private List<Double> forecasts = new ArrayList<>();

  @Option(
      names = "--compare-forms",
      description =
          "Also fit the power law A - D/C^B, and say which form fits better and how far its A moves"
              + " when the first quarter of the points is left out. A form whose A moves"
              + " extrapolates nothing.")
  private boolean compareForms;

  @Option(
      names = "--bootstrap",
      paramLabel = "B",
      description =
          "Also give the interval of A from B refits to resampled residuals, such as 1000. It is"
              + " narrower than the profile interval where points are few.")
  private int bootstrap;

  @Option(
      names = "--asymptote",
      paramLabel = "A",
      description =
          "Also fit with A held at this reward: with one A for all recipes, B and C_mid say which"
              + " learns faster.")
  private Double asymptote;

  @Option(
      names = "--replicate",
      paramLabel = "COLUMN",
      description =
          "The column that tells runs of one recipe apart, such as the seed. Each run is fitted,"
              + " and the spread of A between the runs of a recipe is shown.")
  private String replicate;

  @Option(
      names = "--margin",
      paramLabel = "REWARD",
      defaultValue = "0.02",
      description =
          "With --replicate: largest difference of A of two recipes that count as equal"
              + " (default: ${DEFAULT-VALUE}, as in the ScaleRL paper).")
  private double margin;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Also write the tables scaling_points, scaling_fits, scaling_forecasts and runs, and a"
              + " report, under this folder.")
  private String output;

  @Mixin private PrintOptions printing;

  @Override
  public Integer call() throws IOException {
    FitRequest request =
        new FitRequest(
            startingReward,
            method,
            midpoints,
            minCompute,
            forecasts,
            new FitAlternatives(compareForms, bootstrap, asymptote, replicate, margin));
    try (SparkSession spark = SessionFactory.open("fit")) {
      FitJob job = new FitJob(spark);
      FitResult result =
          output == null
              ? job.run(points, series, request)
              : job.run(points, series, request, output, StoredOptions.origin(spec));
      Optional<String> report =
          Optional.ofNullable(output)
              .map(dir -> page(dir, result.runId(), SessionFactory.hadoop(spark)));
      printing.print(
          () -> FitJson.of(result),
          report,
          out -> out.print(FitText.of(result) + PageFile.line(report)));
    }
    return ExitCode.COMPLETE.value();
  }

  private static String page(String folder, String runId, Configuration hadoop) {
    return PageFile.ofRun(
        folder, runId, hadoop, run -> FitPage.of(run.run(), ScalingRows.read(run::forEach)));
  }
}
