package org.galton.study.junk;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Reads anyone's scores by metric. */
final class ScoreInput {
  private static final String METRIC = "score";
  private static final GivenTable TABLE =
      GivenTable.ofTexts("scores", List.of("dose", "score"), List.of("metric", "model", "seed"));

  private ScoreInput() {}

  /**
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a cell is
   *     wrong
   */
  static JavaPairRDD<String, GivenScore> read(SparkSession spark, String input) {
    OpenedTable opened = SparkAction.run("look at " + input, () -> TABLE.open(spark, input));
    Set<String> filled = opened.filled();
    boolean hasMetrics = filled.contains("metric");
    boolean hasModels = filled.contains("model");
    return opened.rows().mapToPair(row -> score(row, hasMetrics, hasModels));
  }

  private static Tuple2<String, GivenScore> score(
      GivenRow given, boolean hasMetrics, boolean hasModels) {
    GivenRow row =
        given.at(
            () ->
                "metric '%s', model '%s', dose '%s'"
                    .formatted(given.text("metric"), given.text("model"), given.text("dose")));
    if (hasMetrics && row.text("metric").isEmpty()) {
      throw row.wrong("metric", "a name");
    }
    if (hasModels && row.text("model").isEmpty()) {
      throw row.wrong("model", "a name");
    }
    return new Tuple2<>(
        hasMetrics ? row.text("metric") : METRIC,
        new GivenScore(
            row.text("model"),
            row.text("seed"),
            row.finite("dose", "a finite number") + 0.0,
            row.finite("score", "a finite number") + 0.0));
  }
}
