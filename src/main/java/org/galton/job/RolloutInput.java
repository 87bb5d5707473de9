package org.galton.job;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.galton.spec.InvalidInput;

/**
 * Rollouts that Galton did not draw, as Spark's own rows with the columns of {@link RolloutColumn}
 * and the text of a line that could not be parsed. Values of CSV and JSON stay text until {@link
 * RolloutCells} reads them, so that an error can show what was found.
 */
final class RolloutInput {
  private final SparkSession spark;
  private final RolloutFiles files;
  private final String clusterColumn;

  /**
   * @param clusterColumn the column that names a prompt's family
   */
  RolloutInput(SparkSession spark, RolloutFiles files, String clusterColumn) {
    this.spark = spark;
    this.files = files;
    this.clusterColumn = clusterColumn;
  }

  /** Spark's own rows: they are not copied, and the next one overwrites the last. */
  JavaRDD<InternalRow> rows(Dataset<Row> data) {
    return data.queryExecution().toRdd().toJavaRDD();
  }

  /**
   * @throws InvalidInput when a column is missing, twice there or of another type, or a file is not
   *     whole
   */
  Dataset<Row> read() {
    Dataset<Row> data =
        new GivenRows(spark, files)
            .read(Arrays.stream(RolloutColumn.values()).map(this::name).toList());
    List<Column> selected = new ArrayList<>();
    for (RolloutColumn column : RolloutColumn.values()) {
      selected.add(select(data, column));
    }
    selected.add(
        Arrays.asList(data.columns()).contains(GivenRows.CORRUPT)
            ? data.col(GivenRows.CORRUPT)
            : lit(null).cast(DataTypes.StringType));
    return data.select(selected.toArray(Column[]::new));
  }

  private String name(RolloutColumn column) {
    return column == RolloutColumn.CLUSTER ? clusterColumn : column.title();
  }

  private Column select(Dataset<Row> data, RolloutColumn column) {
    String name = name(column);
    if (!Arrays.asList(data.columns()).contains(name)) {
      if (column.required() || !name.equals(column.title())) {
        throw new InvalidInput(
            "Cannot read %s: no column '%s'; the columns are %s; expected %s"
                .formatted(
                    files.input(),
                    name,
                    String.join(", ", GivenRows.names(data)),
                    RolloutColumn.EXPECTED));
      }
      return lit(null).cast(DataTypes.StringType).as(column.title());
    }
    return data.col("`" + name.replace("`", "``") + "`")
        .cast(type(data.schema().apply(name).dataType(), column))
        .as(column.title());
  }

  private DataType type(DataType found, RolloutColumn column) {
    if (found instanceof StringType || column.words() && found instanceof NumericType) {
      return DataTypes.StringType;
    }
    if (!column.words() && (found instanceof NumericType || found instanceof BooleanType)) {
      // What is no whole number must be seen to be none.
      return DataTypes.DoubleType;
    }
    throw new InvalidInput(
        "Cannot read %s: column '%s' is of type %s; expected %s"
            .formatted(
                files.input(),
                name(column),
                found.simpleString(),
                column.words() ? "text" : "a number"));
  }
}
