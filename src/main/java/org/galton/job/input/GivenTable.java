package org.galton.job.input;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.galton.spec.InvalidInput;

/**
 * A table of anyone's: what its rows are and which columns it has.
 *
 * @param rows as in "the folder holds no {rows}"
 * @param expected as in "no column 'x'; expected {expected}"
 * @param columns to look for; all that JSON is searched for
 */
public record GivenTable(String rows, String expected, List<WantedColumn> columns) {

  /** A table of texts. */
  public static GivenTable ofTexts(String rows, List<String> required, List<String> optional) {
    return new GivenTable(
        rows,
        "columns %s, and optionally %s"
            .formatted(String.join(", ", required), String.join(", ", optional)),
        Stream.concat(
                required.stream().map(name -> WantedColumn.required(name, ColumnKind.TEXT)),
                optional.stream().map(name -> WantedColumn.optional(name, ColumnKind.TEXT)))
            .toList());
  }

  /**
   * Looks at files of text whole, in a Spark job whose failures are thrown as Spark throws them;
   * and reads names and types of columns.
   *
   * @param input a file, or a folder of files of one format
   * @throws InvalidInput when there are no such files, they cannot be opened, or a column has
   *     nearly the name of one that is looked for
   */
  public OpenedTable open(SparkSession spark, String input) {
    InputFiles files =
        InputFiles.find(input, rows, expected, spark.sparkContext().hadoopConfiguration());
    List<String> names = columns.stream().map(WantedColumn::name).distinct().toList();
    InputReader reader = new InputReader(spark, files);
    reader.check(names);
    return new OpenedTable(this, files, InputReader.opened(input, () -> reader.read(names)));
  }
}
