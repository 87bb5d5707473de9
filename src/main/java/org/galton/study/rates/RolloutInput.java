package org.galton.study.rates;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.spec.InvalidInput;

/**
 * Rollouts that Galton did not draw, as Spark's own rows. Values of CSV and JSON stay text until
 * {@link RolloutCells} reads them, so that an error can show what was found. Columns are read as
 * and in the order that a file has them where that is possible: Spark then hands on its batches of
 * Parquet columns, and need not turn them into rows.
 */
final class RolloutInput {
  private RolloutInput() {}

  /** Spark's own rows: they are not copied, and the next block overwrites the last. */
  static JavaRDD<RolloutBlock> blocks(RolloutData data) {
    QueryExecution query = data.rows().queryExecution();
    SparkPlan plan = query.sparkPlan();
    return plan.supportsColumnar()
        ? plan.executeColumnar().toJavaRDD().mapPartitions(RolloutBlock::ofBatches)
        : query.toRdd().toJavaRDD().mapPartitions(RolloutBlock::ofRows);
  }

  /**
   * @param clusterColumn the column that names a prompt's family
   * @throws InvalidInput when a column is missing, twice there or of another type
   */
  static RolloutData read(SparkSession spark, String input, String clusterColumn) {
    List<WantedColumn> wanted =
        Arrays.stream(RolloutColumn.values()).map(column -> column.wanted(clusterColumn)).toList();
    OpenedTable found =
        new GivenTable("rollouts", RolloutColumn.EXPECTED, wanted).open(spark, input);
    Function<RolloutColumn, WantedColumn> of = column -> wanted.get(column.ordinal());
    List<RolloutColumn> columns =
        Arrays.stream(RolloutColumn.values())
            .filter(column -> of.apply(column).required() || found.has(of.apply(column).name()))
            .sorted(
                Comparator.comparingInt(column -> found.names().indexOf(of.apply(column).name())))
            .toList();
    return new RolloutData(
        found.select(columns.stream().map(of).toList()), columns, found.format());
  }
}
