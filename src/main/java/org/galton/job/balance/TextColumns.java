package org.galton.job.balance;

import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.galton.job.InputFiles;
import org.galton.job.InputReader;
import org.galton.spec.InvalidInput;

/**
 * Columns of anyone's files, as texts.
 *
 * @param rows what the rows are, as in "the folder holds no {rows}"
 * @param required columns that there must be
 * @param optional columns that there may be; empty where there are none
 */
record TextColumns(String rows, List<String> required, List<String> optional) {

  /** Rows in no order, the required columns first. */
  JavaRDD<TextRow> read(SparkSession spark, String input) {
    InputFiles files =
        InputFiles.find(input, rows, expected(), spark.sparkContext().hadoopConfiguration());
    return InputReader.opened(input, () -> rows(input, new InputReader(spark, files)));
  }

  String expected() {
    return "columns %s, and optionally %s"
        .formatted(String.join(", ", required), String.join(", ", optional));
  }

  private JavaRDD<TextRow> rows(String input, InputReader reader) {
    List<String> names = Stream.concat(required.stream(), optional.stream()).toList();
    Dataset<Row> data = reader.read(names);
    List<Column> selected = new ArrayList<>();
    names.forEach(name -> selected.add(text(input, data, name)));
    selected.add(input_file_name());
    selected.add(
        has(data, InputReader.CORRUPT)
            ? data.col(InputReader.CORRUPT)
            : lit(null).cast(DataTypes.StringType));
    int cells = names.size();
    return data.select(selected.toArray(Column[]::new)).javaRDD().map(row -> row(row, cells));
  }

  private static TextRow row(Row row, int cells) {
    String file = URI.create(row.getString(cells)).getPath();
    if (!row.isNullAt(cells + 1)) {
      throw new InvalidInput(
          "Cannot read %s: the line '%s' does not parse; expected as many cells as the header, or one JSON object a line"
              .formatted(file, row.getString(cells + 1)));
    }
    String[] texts = new String[cells];
    Arrays.setAll(texts, i -> row.isNullAt(i) ? "" : row.getString(i).strip());
    return new TextRow(file, List.of(texts));
  }

  private Column text(String input, Dataset<Row> data, String name) {
    if (!has(data, name)) {
      if (required.contains(name)) {
        throw new InvalidInput(
            "Cannot read %s: no column '%s'; the columns are %s; expected %s"
                .formatted(input, name, String.join(", ", InputReader.names(data)), expected()));
      }
      return lit(null).cast(DataTypes.StringType);
    }
    DataType type = data.schema().apply(name).dataType();
    if (!(type instanceof StringType || type instanceof NumericType)) {
      throw new InvalidInput(
          "Cannot read %s: column '%s' is of type %s; expected text or a number"
              .formatted(input, name, type.simpleString()));
    }
    return data.col("`" + name.replace("`", "``") + "`").cast(DataTypes.StringType);
  }

  private static boolean has(Dataset<Row> data, String name) {
    return Arrays.asList(data.columns()).contains(name);
  }
}
