package org.galton.study.scaling;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.galton.job.input.InputReader;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Points of reward against compute that came in a file: columns {@code compute} and {@code reward},
 * optionally {@code prompts}, {@code generations} and {@code noise}, and those that tell series
 * apart. A cell that holds no number is a missing one.
 */
final class PointInput {
  static final String EXPECTED = "a row per point with columns compute and reward";
  private static final String ONE_SERIES = "all";
  private static final List<String> NUMBERS =
      List.of("compute", "reward", "prompts", "generations", "noise");
  private static final int REQUIRED = 2;
  private static final String PLAIN = "^[^\\s=\"\\\\]+$";

  private final InputReader reader;
  private final List<String> recipeColumns;
  private final List<String> seriesColumns;

  /**
   * @param replicate column that tells runs of one recipe apart
   */
  PointInput(InputReader reader, List<String> seriesColumns, Optional<String> replicate) {
    this.reader = reader;
    this.recipeColumns = List.copyOf(seriesColumns);
    this.seriesColumns = Stream.concat(seriesColumns.stream(), replicate.stream()).toList();
  }

  /**
   * The columns series, those of {@link #NUMBERS}, the text of a line that did not parse, and the
   * recipe.
   *
   * @throws InvalidInput when a column is missing or of another type
   */
  Dataset<Row> read() {
    List<String> names = new ArrayList<>(NUMBERS);
    names.addAll(seriesColumns);
    Dataset<Row> data = reader.read(names.stream().distinct().toList());
    List<Column> selected = new ArrayList<>();
    selected.add(series(data, seriesColumns));
    for (int i = 0; i < NUMBERS.size(); i++) {
      selected.add(number(data, NUMBERS.get(i), i < REQUIRED));
    }
    selected.add(InputReader.corrupt(data));
    selected.add(
        recipeColumns.equals(seriesColumns)
            ? lit(null).cast(DataTypes.StringType)
            : series(data, recipeColumns));
    return data.select(selected.toArray(Column[]::new));
  }

  /**
   * By series.
   *
   * @param data of {@link #read}
   */
  JavaPairRDD<SeriesName, SeriesPoint> points(Dataset<Row> data) {
    String input = reader.files().input();
    return data.javaRDD().mapToPair(row -> point(row, input));
  }

  private static Tuple2<SeriesName, SeriesPoint> point(Row row, String input) {
    int corrupt = NUMBERS.size() + 1;
    if (!row.isNullAt(corrupt)) {
      throw new InvalidInput(
          "Cannot read %s: the line '%s' does not parse; expected %s"
              .formatted(input, row.getString(corrupt), EXPECTED));
    }
    Double prompts = cell(row, 3);
    Double generations = cell(row, 4);
    Double rollouts = prompts == null || generations == null ? null : prompts * generations;
    return new Tuple2<>(
        new SeriesName(row.getString(0), row.getString(corrupt + 1)),
        new SeriesPoint(orMissing(row, 1), orMissing(row, 2), rollouts, cell(row, 5), null));
  }

  private static double orMissing(Row row, int i) {
    return row.isNullAt(i) ? Double.NaN : row.getDouble(i);
  }

  private static Double cell(Row row, int i) {
    return row.isNullAt(i) ? null : (Double) row.getDouble(i);
  }

  private Column series(Dataset<Row> data, List<String> columns) {
    if (columns.isEmpty()) {
      return lit(ONE_SERIES);
    }
    return concat_ws(
        " ",
        columns.stream()
            .map(
                name ->
                    concat(
                        lit(quoted(name) + "="),
                        coalesce(
                            quoted(column(data, name).cast(DataTypes.StringType)), lit("NULL"))))
            .toArray(Column[]::new));
  }

  /** Plain words stand as they are; others in quotation marks, so that no two series look alike. */
  private static Column quoted(Column text) {
    Column inner =
        regexp_replace(
            regexp_replace(text, lit("\\\\"), lit("\\\\\\\\")), lit("\""), lit("\\\\\""));
    return when(text.rlike(PLAIN).and(text.notEqual("NULL")), text)
        .when(text.isNotNull(), concat(lit("\""), inner, lit("\"")));
  }

  private static String quoted(String name) {
    return name.matches(PLAIN)
        ? name
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private Column number(Dataset<Row> data, String name, boolean required) {
    if (!required && !InputReader.has(data, name)) {
      return lit(null).cast(DataTypes.DoubleType);
    }
    Column column = column(data, name);
    DataType type = data.schema().apply(name).dataType();
    if (type instanceof StringType) {
      return column.try_cast(DataTypes.DoubleType);
    }
    if (!(type instanceof NumericType || type instanceof BooleanType)) {
      throw new InvalidInput(
          "Cannot read %s: column '%s' is of type %s; expected a number"
              .formatted(reader.files().input(), name, type.simpleString()));
    }
    return column.cast(DataTypes.DoubleType);
  }

  private Column column(Dataset<Row> data, String name) {
    if (!InputReader.has(data, name)) {
      throw new InvalidInput(
          "Cannot read %s: no column '%s'; the columns are %s; expected %s"
              .formatted(
                  reader.files().input(),
                  name,
                  String.join(", ", InputReader.names(data)),
                  EXPECTED));
    }
    return InputReader.named(data, name);
  }
}
