package org.galton.study.junk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Measures each metric in a task of its own. */
final class DoseJob {
  private static final long MOST_SCORES = 100_000;

  private final SparkSession spark;
  private final DoseRequest request;

  DoseJob(SparkSession spark, DoseRequest request) {
    this.spark = spark;
    this.request = request;
  }

  /**
   * @throws InvalidInput when scores cannot be read, or are too many
   */
  DoseResult run(String runId) {
    JavaPairRDD<String, GivenScore> scores = ScoreInput.read(spark, request.input());
    check(SparkAction.run("count scores", () -> new TreeMap<>(scores.countByKey())));
    DoseRequest asked = request;
    Map<String, DoseSeries.Found> found =
        SparkAction.run(
            "measure responses",
            () ->
                new TreeMap<>(
                    scores
                        .groupByKey()
                        .mapToPair(
                            metric ->
                                new Tuple2<>(
                                    metric._1(),
                                    new DoseSeries(runId, metric._1(), metric._2(), asked)
                                        .measured()))
                        .collectAsMap()));
    return new DoseResult(
        request,
        found.values().stream().flatMap(one -> one.rows().stream()).toList(),
        found.values().stream().flatMap(one -> one.means().stream()).toList());
  }

  private void check(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected a row per score".formatted(request.input()));
    }
    List<String> large = new ArrayList<>();
    counts.forEach(
        (metric, count) -> large.addAll(count > MOST_SCORES ? List.of(metric) : List.of()));
    if (!large.isEmpty()) {
      throw new InvalidInput(
          "Cannot measure %s: metric '%s' has %,d scores; expected at most %,d; give the mean score of each model and dose in place of single answers"
              .formatted(request.input(), large.get(0), counts.get(large.get(0)), MOST_SCORES));
    }
  }
}
