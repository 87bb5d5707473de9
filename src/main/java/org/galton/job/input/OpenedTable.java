package org.galton.job.input;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.galton.spec.InvalidInput;

/**
 * A table whose files were opened; its rows are read later, by the tasks that use them.
 *
 * @param table what was looked for
 * @param data all columns as they are
 */
public record OpenedTable(GivenTable table, InputFiles files, Dataset<Row> data) {

  /** The columns that the files have, in their order. */
  public List<String> names() {
    return InputReader.names(data);
  }

  public boolean has(String name) {
    return names().contains(name);
  }

  public InputFormat format() {
    return files.format();
  }

  /** The folder that was named, or that holds the file, as {@link GivenRow#file} begins. */
  public String folder() {
    return InputFiles.shown(new Path(files.root()));
  }

  /**
   * The columns in this order, and last, where text was parsed, a line that does not parse. A
   * column that fits as it is stays untouched, so that Spark can hand on batches of columns.
   *
   * @throws InvalidInput when a required column is missing, or a column is of another type
   */
  public Dataset<Row> select(List<WantedColumn> columns) {
    Stream<Column> corrupt =
        InputReader.has(data, InputReader.CORRUPT)
            ? Stream.of(data.col(InputReader.CORRUPT))
            : Stream.empty();
    return data.select(
        Stream.concat(columns.stream().map(this::column), corrupt).toArray(Column[]::new));
  }

  /** All that were looked for, as {@link #rows(List)}. */
  public JavaRDD<GivenRow> rows() {
    return rows(table.columns());
  }

  /**
   * In no order; what a row holds is looked at by the tasks that read it.
   *
   * @throws InvalidInput as {@link #select}
   */
  public JavaRDD<GivenRow> rows(List<WantedColumn> columns) {
    int cells = columns.size();
    InputFormat format = files.format();
    CurrentFile file = new CurrentFile();
    return select(columns).javaRDD().map(row -> GivenRow.of(file.shown(), format, row, cells));
  }

  /**
   * As many rows, in the driver, with all columns that were looked for.
   *
   * @throws InvalidInput as {@link #select}, and when a line does not parse
   */
  public List<GivenRow> first(int most) {
    return select(table.columns()).limit(most).collectAsList().stream()
        .map(row -> GivenRow.of(files.input(), files.format(), row, table.columns().size()))
        .toList();
  }

  private Column column(WantedColumn wanted) {
    if (!has(wanted.name())) {
      if (wanted.required()) {
        throw new InvalidInput(
            "Cannot read %s: no column '%s'; the columns are %s; expected %s"
                .formatted(
                    files.input(), wanted.name(), String.join(", ", names()), table.expected()));
      }
      return lit(null).cast(DataTypes.StringType).as(wanted.name());
    }
    // In backquotes a name may have any characters.
    Column found = data.col("`" + wanted.name().replace("`", "``") + "`");
    DataType type = data.schema().apply(wanted.name()).dataType();
    Column read = wanted.type().read(found, type).orElseThrow(() -> refused(wanted, type));
    return read.equals(found) ? found : read.as(wanted.name());
  }

  private InvalidInput refused(WantedColumn wanted, DataType type) {
    return new InvalidInput(
        "Cannot read %s: column '%s' is of type %s; expected %s"
            .formatted(
                files.input(), wanted.name(), type.simpleString(), wanted.type().expected()));
  }
}
