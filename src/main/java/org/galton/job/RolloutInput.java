package org.galton.job;

import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.galton.spec.InvalidInput;

/**
 * Rollouts that Galton did not draw, as Spark's own rows. Values of CSV and JSON stay text until
 * {@link RolloutCells} reads them, so that an error can show what was found. Columns are read as
 * and in the order that a file has them where that is possible: Spark then hands on its batches of
 * Parquet columns, and need not turn them into rows.
 */
final class RolloutInput {
  private final SparkSession spark;
  private final InputFiles files;
  private final String clusterColumn;

  /**
   * @param clusterColumn the column that names a prompt's family
   */
  RolloutInput(SparkSession spark, InputFiles files, String clusterColumn) {
    this.spark = spark;
    this.files = files;
    this.clusterColumn = clusterColumn;
  }

  /** Spark's own rows: they are not copied, and the next one overwrites the last. */
  JavaRDD<InternalRow> rows(RolloutData data) {
    QueryExecution query = data.rows().queryExecution();
    SparkPlan plan = query.sparkPlan();
    return plan.supportsColumnar()
        ? plan.executeColumnar().toJavaRDD().mapPartitions(BatchedRows::new)
        : query.toRdd().toJavaRDD();
  }

  /**
   * @throws InvalidInput when a column is missing, twice there or of another type
   */
  RolloutData read() {
    List<String> wanted = Arrays.stream(RolloutColumn.values()).map(this::name).toList();
    Dataset<Row> data = new InputReader(spark, files).read(wanted);
    List<String> names = Arrays.asList(data.columns());
    List<RolloutColumn> columns =
        Arrays.stream(RolloutColumn.values())
            .filter(column -> isThere(column, data))
            .sorted(Comparator.comparingInt(column -> names.indexOf(name(column))))
            .toList();
    List<Column> selected = new ArrayList<>();
    for (RolloutColumn column : columns) {
      selected.add(select(data, column));
    }
    if (names.contains(InputReader.CORRUPT)) {
      selected.add(data.col(InputReader.CORRUPT));
    }
    return new RolloutData(data.select(selected.toArray(Column[]::new)), columns);
  }

  private String name(RolloutColumn column) {
    return column == RolloutColumn.CLUSTER ? clusterColumn : column.title();
  }

  private boolean isThere(RolloutColumn column, Dataset<Row> data) {
    String name = name(column);
    if (Arrays.asList(data.columns()).contains(name)) {
      return true;
    }
    if (column.required() || !name.equals(column.title())) {
      throw new InvalidInput(
          "Cannot read %s: no column '%s'; the columns are %s; expected %s"
              .formatted(
                  files.input(),
                  name,
                  String.join(", ", InputReader.names(data)),
                  RolloutColumn.EXPECTED));
    }
    return false;
  }

  private Column select(Dataset<Row> data, RolloutColumn column) {
    String name = name(column);
    Column found = InputReader.named(data, name);
    DataType type = data.schema().apply(name).dataType();
    DataType wanted = type(type, column);
    if (wanted instanceof StringType && (type instanceof DoubleType || type instanceof FloatType)) {
      // -0.0 is 0.0, and NaN no answer.
      return when(isnan(found), lit(null))
          .otherwise(found.plus(lit(0.0).cast(type)))
          .cast(wanted)
          .as(column.title());
    }
    return wanted.equals(type) ? found : found.cast(wanted).as(column.title());
  }

  private DataType type(DataType found, RolloutColumn column) {
    if (found instanceof StringType || (column.words() && found instanceof NumericType)) {
      return DataTypes.StringType;
    }
    if (!column.words() && (found instanceof NumericType || found instanceof BooleanType)) {
      return CellType.of(found).isPresent() ? found : DataTypes.DoubleType;
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
