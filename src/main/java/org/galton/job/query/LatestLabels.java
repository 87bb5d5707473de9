package org.galton.job.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.galton.table.Table;

/** Of what a person said of a rollout in several sessions of the viewer the latest. */
final class LatestLabels {
  private static final List<String> KEYS =
      List.of("model", "task", "generation", "prompt_id", "rollout_index", "labelled_by");
  private static final String NUMBER = "_number";

  private LatestLabels() {}

  /** Any other table as it is, and one of this name that the viewer did not write. */
  static Dataset<Row> among(String table, Dataset<Row> rows) {
    if (!table.equals(Table.LABELS.name())
        || !List.of(rows.columns()).containsAll(KEYS)
        || !List.of(rows.columns()).containsAll(List.of("label", "labelled_at"))) {
      return rows;
    }
    Column[] keys = KEYS.stream().map(name -> col(name)).toArray(Column[]::new);
    return rows.withColumn(
            NUMBER,
            row_number()
                .over(
                    Window.partitionBy(keys)
                        .orderBy(col("labelled_at").desc(), col("label").asc_nulls_last())))
        .where(col(NUMBER).equalTo(1))
        .drop(NUMBER);
  }
}
