package org.galton.study.scaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunName;
import org.galton.job.run.RunOrigin;
import org.galton.job.run.SparkAction;
import org.galton.scaling.FitStatus;
import org.galton.spec.InvalidInput;
import org.galton.study.scaling.row.ScalingTables;
import org.galton.table.store.Unfinished;

/**
 * Fits the curve of reward against compute to every series of a file, each in a task with all its
 * points. A series that cannot be fitted has a status and stops no other.
 */
public final class FitJob {
  private static final String STUDY = "fit";

  private final SparkSession spark;

  public FitJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @param input a file, a folder of files of one format, or where a run is that fitted points
   * @param seriesColumns columns whose values tell series apart; empty for one series
   * @throws InvalidInput when the input cannot be read as points, or no series has valid rewards
   */
  public FitResult run(String input, List<String> seriesColumns, FitRequest request) {
    return run(input, seriesColumns, request, RunName.at(Instant.now(), STUDY));
  }

  /**
   * Runs, and writes the tables scaling_points, scaling_fits, scaling_forecasts and runs under a
   * folder.
   *
   * @throws InvalidInput also when the folder cannot be written
   * @throws Unfinished when another run holds the folder
   */
  public FitResult run(
      String input,
      List<String> seriesColumns,
      FitRequest request,
      String folder,
      RunOrigin origin) {
    RecordedRun run = RecordedRun.begin(spark, STUDY, origin);
    FitResult result = run(input, seriesColumns, request, run.name());
    run.write(folder, writer -> ScalingWriter.write(result.series(), writer));
    return result;
  }

  private FitResult run(String input, List<String> seriesColumns, FitRequest request, RunName run) {
    RunMark.set(spark.sparkContext(), run.runId());
    PointInput reader =
        PointInput.of(seriesColumns, request.alternatives().replicateBeside(seriesColumns));
    String stored =
        RunAddress.fileOf(
            input,
            ScalingTables.POINTS,
            "fit, or of a sweep of checkpoints",
            spark.sparkContext().hadoopConfiguration());
    boolean isStored = !stored.equals(input);
    if (isStored && !reader.series().isEmpty()) {
      throw new InvalidInput(
          "Cannot tell the series of %s apart by %s: its table 'scaling_points' names them; leave --series and --replicate out"
              .formatted(input, String.join(", ", reader.series())));
    }
    JavaPairRDD<SeriesName, SeriesPoint> points =
        SparkAction.run(
            "look at " + input,
            () -> isStored ? PointInput.stored(spark, stored) : reader.points(spark, input));
    SeriesFitting fitting = new SeriesFitting(run.runId(), run.sweep(), request);
    int parts = 2 * JavaSparkContext.fromSparkContext(spark.sparkContext()).defaultParallelism();
    List<FittedSeries> series =
        SparkAction.run(
            "fit series",
            () ->
                points
                    .groupByKey(new HashPartitioner(parts))
                    .map(found -> fitting.fit(found._1(), listed(found._2())))
                    .collect());
    FitResult result =
        new FitResult(
            input,
            series.stream().sorted(Comparator.comparing(one -> one.fit().series())).toList(),
            RecipeSpread.of(series, request.alternatives().margin()));
    check(result);
    return result;
  }

  private static List<SeriesPoint> listed(Iterable<SeriesPoint> points) {
    List<SeriesPoint> list = new ArrayList<>();
    points.forEach(list::add);
    return list;
  }

  private static void check(FitResult result) {
    if (result.series().isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected %s"
              .formatted(result.input(), PointInput.EXPECTED));
    }
    if (result.series().stream()
        .allMatch(one -> one.fit().status().equals(FitStatus.INVALID_REWARD.name()))) {
      FittedSeries first = result.series().get(0);
      throw new InvalidInput(
          "Cannot read %s: column 'reward' of series '%s': %s; expected 0 to 1 in column 'reward'"
              .formatted(result.input(), first.fit().series(), first.fit().reason()));
    }
    if (result.series().stream().allMatch(one -> one.fit().points() + one.fit().skipped() == 0)) {
      throw new InvalidInput(
          "Cannot read %s: no row has a number in 'compute' and in 'reward'; expected %s"
              .formatted(result.input(), PointInput.EXPECTED));
    }
  }
}
