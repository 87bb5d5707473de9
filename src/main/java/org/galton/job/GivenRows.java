package org.galton.job;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.galton.spec.InvalidInput;
import org.galton.table.Unfinished;

/**
 * Rows of files that Galton did not write. Values of CSV and JSON stay text; a line that could not
 * be parsed is text in the column {@link #CORRUPT}, which Parquet has not.
 */
final class GivenRows {
  static final String CORRUPT = "_corrupt_record";

  private final SparkSession spark;
  private final RolloutFiles files;

  GivenRows(SparkSession spark, RolloutFiles files) {
    this.spark = spark;
    this.files = files;
  }

  /** The columns that the files themselves have. */
  static List<String> names(Dataset<Row> data) {
    return Arrays.stream(data.columns()).filter(name -> !name.equals(CORRUPT)).toList();
  }

  /**
   * @param names columns to take from objects in JSON; CSV and Parquet name their own
   * @throws InvalidInput when a file is not whole
   */
  Dataset<Row> read(List<String> names) {
    try {
      return switch (files.format()) {
        case CSV -> csv();
        case JSONL -> json(names);
        case PARQUET -> spark.read().option("mergeSchema", "true").parquet(array(files.paths()));
      };
    } catch (InvalidInput | Unfinished e) {
      throw e;
    } catch (Exception e) { // Scala throws checked exceptions without declaring them.
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      String reason = root.getMessage() == null ? root.toString() : root.getMessage();
      throw new InvalidInput(
          "Cannot read %s: %s; expected whole files; write or copy the one that is named again"
              .formatted(files.input(), reason.lines().findFirst().orElse("")),
          e);
    }
  }

  private Dataset<Row> csv() {
    CsvHeaders headers = new CsvHeaders(spark.sparkContext().hadoopConfiguration());
    return headers.groups(files.paths()).stream()
        .map(this::csv)
        // A column that only some files have is empty in the others, as in JSON and Parquet.
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow();
  }

  private Dataset<Row> csv(List<String> paths) {
    String[] header =
        spark.read().option("header", "true").option("escape", "\"").csv(array(paths)).columns();
    return spark
        .read()
        .schema(texts(Arrays.asList(header)))
        .option("header", "true")
        // A header in another order would otherwise be read as the first one's columns.
        .option("enforceSchema", "false")
        .option("escape", "\"")
        .option("multiLine", "true")
        .option("columnPruning", "false")
        .option("columnNameOfCorruptRecord", CORRUPT)
        .csv(array(paths));
  }

  private Dataset<Row> json(List<String> names) {
    return spark
        .read()
        .schema(texts(names))
        .option("columnNameOfCorruptRecord", CORRUPT)
        .json(array(files.paths()));
  }

  private static StructType texts(List<String> names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return schema.add(CORRUPT, DataTypes.StringType);
  }

  private static String[] array(List<String> paths) {
    return paths.toArray(String[]::new);
  }
}
