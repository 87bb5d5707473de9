package org.galton.job.input;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.galton.job.run.SparkAction;
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

  /**
   * Whether a column is there that was looked for. Each line of JSON has keys of its own, so there
   * all lines are looked at.
   */
  public boolean has(String name) {
    return filled().contains(name);
  }

  /**
   * The columns that were looked for and are there; of JSON those of which some line has a value.
   */
  public Set<String> filled() {
    List<String> wanted =
        table.columns().stream()
            .map(WantedColumn::name)
            .distinct()
            .filter(names()::contains)
            .toList();
    if (format() != InputFormat.JSONL || wanted.isEmpty()) {
      return Set.copyOf(wanted);
    }
    Column[] filled =
        wanted.stream().map(name -> max(found(name).isNotNull())).toArray(Column[]::new);
    Row row =
        SparkAction.run(
            "look for columns of " + files.input(),
            () -> data.agg(filled[0], Arrays.copyOfRange(filled, 1, filled.length)).first());
    return IntStream.range(0, filled.length)
        .filter(i -> !row.isNullAt(i) && row.getBoolean(i))
        .mapToObj(wanted::get)
        .collect(Collectors.toSet());
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
    if (!names().contains(wanted.name())) {
      if (wanted.required()) {
        throw new InvalidInput(
            "Cannot read %s: no column '%s'; the columns are %s; expected %s"
                .formatted(
                    files.input(), wanted.name(), String.join(", ", names()), table.expected()));
      }
      return lit(null).cast(DataTypes.StringType).as(wanted.name());
    }
    Column found = found(wanted.name());
    DataType type = data.schema().apply(wanted.name()).dataType();
    Column read = wanted.type().read(found, type).orElseThrow(() -> refused(wanted, type));
    return read.equals(found) ? found : read.as(wanted.name());
  }

  /** In backquotes a name may have any characters. */
  private Column found(String name) {
    return data.col("`" + name.replace("`", "``") + "`");
  }

  private InvalidInput refused(WantedColumn wanted, DataType type) {
    return new InvalidInput(
        "Cannot read %s: column '%s' is of type %s; expected %s"
            .formatted(
                files.input(), wanted.name(), type.simpleString(), wanted.type().expected()));
  }
}
