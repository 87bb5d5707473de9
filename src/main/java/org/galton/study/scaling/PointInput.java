package org.galton.study.scaling;

import static org.galton.job.input.ColumnKind.ANY;
import static org.galton.job.input.ColumnKind.NUMBER;
import static org.galton.job.input.WantedColumn.optional;
import static org.galton.job.input.WantedColumn.required;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.WantedColumn;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/**
 * Points of reward against compute that came in a file: columns {@code compute} and {@code reward},
 * optionally {@code prompts}, {@code generations} and {@code noise}, and those that tell series
 * apart. A cell that holds no number is a missing one.
 *
 * @param series columns that tell series apart, those of a recipe first
 * @param ofRecipe how many of them tell recipes apart
 */
record PointInput(List<String> series, int ofRecipe) implements Serializable {
  static final String EXPECTED = "a row per point with columns compute and reward";
  private static final String ONE_SERIES = "all";
  private static final List<WantedColumn> NUMBERS =
      List.of(
          required("compute", NUMBER),
          required("reward", NUMBER),
          optional("prompts", NUMBER),
          optional("generations", NUMBER),
          optional("noise", NUMBER));
  private static final Pattern PLAIN = Pattern.compile("[^\\s=\"\\\\]+");
  private static final String NONE = "NULL";

  /**
   * @param replicate column that tells runs of one recipe apart
   */
  static PointInput of(List<String> seriesColumns, Optional<String> replicate) {
    return new PointInput(
        Stream.concat(seriesColumns.stream(), replicate.stream()).toList(), seriesColumns.size());
  }

  /**
   * By series.
   *
   * @throws InvalidInput when a column is missing or of another type
   */
  JavaPairRDD<SeriesName, SeriesPoint> points(SparkSession spark, String input) {
    List<WantedColumn> columns =
        Stream.concat(NUMBERS.stream(), series.stream().map(name -> required(name, ANY))).toList();
    return new GivenTable("points", EXPECTED, columns)
        .open(spark, input)
        .rows()
        .mapToPair(row -> new Tuple2<>(name(row), point(row)));
  }

  /** Points that a run fitted, by the names that its series have there. */
  static JavaPairRDD<SeriesName, SeriesPoint> stored(SparkSession spark, String table) {
    List<WantedColumn> columns =
        List.of(
            required("compute", NUMBER),
            required("reward", NUMBER),
            required("weight", NUMBER),
            required("noise", NUMBER),
            required("standard_error", NUMBER),
            required("series", ANY));
    return new GivenTable("points", EXPECTED, columns)
        .open(spark, table)
        .rows()
        .mapToPair(
            row ->
                new Tuple2<>(
                    new SeriesName(row.text(5), null),
                    new SeriesPoint(
                        orMissing(row, 0),
                        orMissing(row, 1),
                        row.number(2),
                        row.number(3),
                        row.number(4))));
  }

  private static SeriesPoint point(GivenRow row) {
    Double prompts = row.number(2);
    Double generations = row.number(3);
    Double rollouts = prompts == null || generations == null ? null : prompts * generations;
    return new SeriesPoint(orMissing(row, 0), orMissing(row, 1), rollouts, row.number(4), null);
  }

  private static double orMissing(GivenRow row, int place) {
    return row.isMissing(place) ? Double.NaN : row.number(place);
  }

  private SeriesName name(GivenRow row) {
    return new SeriesName(
        name(row, series.size()), ofRecipe == series.size() ? null : name(row, ofRecipe));
  }

  private String name(GivenRow row, int columns) {
    return columns == 0
        ? ONE_SERIES
        : IntStream.range(0, columns)
            .mapToObj(i -> quoted(series.get(i)) + "=" + cell(row, NUMBERS.size() + i))
            .collect(Collectors.joining(" "));
  }

  private static String cell(GivenRow row, int place) {
    if (row.isMissing(place)) {
      return NONE;
    }
    String text = row.text(place);
    return text.equals(NONE) ? '"' + text + '"' : quoted(text);
  }

  /** Plain words stand as they are; others in quotation marks, so that no two series look alike. */
  private static String quoted(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
