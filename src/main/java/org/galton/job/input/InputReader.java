package org.galton.job.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;

/**
 * Reads anyone's files as they are. Values of CSV and JSON stay text, and a line that does not
 * parse is kept in a column of its own, so that an error can show what was found.
 */
public record InputReader(SparkSession spark, InputFiles files) {
  /** The text of a line that does not parse. Parquet has no such column. */
  static final String CORRUPT = "_corrupt_record";

  /** The columns that the files themselves have. */
  static List<String> names(Dataset<Row> data) {
    return Arrays.stream(data.columns()).filter(name -> !name.equals(CORRUPT)).toList();
  }

  static boolean has(Dataset<Row> data, String name) {
    return Arrays.asList(data.columns()).contains(name);
  }

  /**
   * @param names the columns to look for in JSON; CSV and Parquet tell theirs
   */
  Dataset<Row> read(List<String> names) {
    Dataset<Row> data =
        switch (files.format()) {
          case CSV -> csv();
          case JSONL -> json(names);
          case PARQUET -> parquet();
        };
    for (String found : names(data)) {
      Optional<String> near = ColumnNames.near(found, names);
      if (near.isPresent() && !has(data, near.get())) {
        throw new InvalidInput(
            "Cannot read %s: column '%s' is not '%s'; names are told apart by case and blanks; rename it"
                .formatted(files.input(), found, near.get()));
      }
    }
    return data;
  }

  /**
   * Looks at the whole of files of text, in as many tasks as there are files.
   *
   * @param names as for {@link #read}
   */
  void check(List<String> names) {
    if (files.format() == InputFormat.PARQUET) {
      return;
    }
    TextCheck check = new TextCheck(files.format(), List.copyOf(names));
    Broadcast<SerializableConfiguration> configuration =
        SerializableConfiguration.broadcast(spark.sparkContext());
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(files.paths(), files.paths().size())
        .foreach(file -> check.check(file, configuration.value().value()));
  }

  private Dataset<Row> parquet() {
    return parquet(spark, files.root(), files.paths());
  }

  /**
   * Files of Parquet with the columns that folders such as {@code model=m} name, where the files
   * lack them: the name of a folder may be shortened, what is stored is not.
   *
   * @param root the folder below which folders name columns
   */
  public static Dataset<Row> parquet(SparkSession spark, String root, List<String> paths) {
    // A column that was added later is missing from older files.
    DataFrameReader reader = literal(spark).option("mergeSchema", "true");
    Dataset<Row> data = reader.parquet(array(paths));
    List<String> named = InputFiles.partitions(root, paths);
    return named.isEmpty() || named.stream().anyMatch(name -> has(data, name))
        ? data
        : reader.option("basePath", root).parquet(array(paths));
  }

  /** Paths are names of files: in Spark's own reading a bracket or a star is a pattern. */
  public static DataFrameReader literal(SparkSession spark) {
    return spark.read().option("__globPaths__", "false");
  }

  /**
   * @throws InvalidInput when Spark cannot open the files
   */
  public static <T> T opened(String input, Supplier<T> read) {
    try {
      return read.get();
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
              .formatted(input, reason.lines().findFirst().orElse("")),
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
        literal(spark).option("header", "true").option("escape", "\"").csv(array(paths)).columns();
    return literal(spark)
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
    return literal(spark)
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
