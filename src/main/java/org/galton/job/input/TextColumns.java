package org.galton.job.input;

import static org.apache.spark.sql.functions.input_file_name;

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
import org.galton.spec.InvalidInput;

/**
 * Columns of anyone's files, as texts.
 *
 * @param rows what the rows are, as in "the folder holds no {rows}"
 * @param required columns that there must be
 * @param optional columns that there may be; empty where there are none
 */
public record TextColumns(String rows, List<String> required, List<String> optional) {

  /** Rows in no order, the required columns first. */
  public JavaRDD<TextRow> read(SparkSession spark, String input) {
    InputFiles files =
        InputFiles.find(input, rows, expected(), spark.sparkContext().hadoopConfiguration());
    return InputReader.opened(input, () -> rows(new InputReader(spark, files)));
  }

  public String expected() {
    return "columns %s, and optionally %s"
        .formatted(String.join(", ", required), String.join(", ", optional));
  }

  private JavaRDD<TextRow> rows(InputReader reader) {
    List<String> names = Stream.concat(required.stream(), optional.stream()).toList();
    Dataset<Row> data = reader.read(names);
    List<Column> selected = new ArrayList<>();
    names.forEach(name -> selected.add(text(reader, data, name)));
    selected.add(input_file_name());
    selected.add(InputReader.corrupt(data));
    int cells = names.size();
    return data.select(selected.toArray(Column[]::new)).javaRDD().map(row -> row(row, cells));
  }

  private static TextRow row(Row row, int cells) {
    String file = URI.create(row.getString(cells)).getPath();
    if (!row.isNullAt(cells + 1)) {
      throw InputReader.unparsed(file, row.getString(cells + 1));
    }
    String[] texts = new String[cells];
    Arrays.setAll(texts, i -> row.isNullAt(i) ? "" : row.getString(i));
    return new TextRow(file, List.of(texts));
  }

  private Column text(InputReader reader, Dataset<Row> data, String name) {
    if (InputReader.has(data, name)) {
      return reader.text(data, name);
    }
    if (optional.contains(name)) {
      return InputReader.noText();
    }
    throw new InvalidInput(
        "Cannot read %s: no column '%s'; the columns are %s; expected %s"
            .formatted(
                reader.files().input(),
                name,
                String.join(", ", InputReader.names(data)),
                expected()));
  }
}
