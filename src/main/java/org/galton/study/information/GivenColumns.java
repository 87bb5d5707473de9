package org.galton.study.information;

import static org.galton.report.Figures.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.ColumnKind;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;
import org.galton.numerics.PortableStream;
import org.galton.spec.InvalidInput;

/**
 * Columns of anyone's file, read whole. The rows come in an order that the seed and the values
 * decide, not the file: neither sorted, which would tie columns to each other, nor as they stand.
 *
 * @param columns as they were asked for
 * @param skipped rows without a value
 */
record GivenColumns(List<GivenColumn> columns, int skipped) {
  private static final int MOST_ROWS = 1_000_000;
  private static final String EXPECTED = "a row per observation, and a header in CSV";

  static GivenColumns read(
      SparkSession spark, String input, List<String> names, MissingValues missing, long seed) {
    List<WantedColumn> columns =
        names.stream().map(name -> WantedColumn.required(name, ColumnKind.TEXT)).toList();
    List<String[]> cells =
        SparkAction.run(
            "read " + input,
            () ->
                new GivenTable("columns", EXPECTED, columns)
                    .open(spark, input).first(MOST_ROWS + 1).stream()
                        .map(row -> texts(row, names.size()))
                        .toList());
    checkRows(input, cells.size());
    List<String[]> whole = whole(input, names, cells, missing);
    List<String[]> mixed = mixed(whole, seed);
    return new GivenColumns(
        IntStream.range(0, names.size())
            .mapToObj(
                i ->
                    new GivenColumn(
                        input, names.get(i), mixed.stream().map(row -> row[i]).toList()))
            .toList(),
        cells.size() - whole.size());
  }

  GivenColumn named(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
  }

  private static void checkRows(String input, int rows) {
    if (rows == 0) {
      throw new InvalidInput(
          "Cannot read %s: there are no rows; expected %s".formatted(input, EXPECTED));
    }
    if (rows > MOST_ROWS) {
      throw new InvalidInput(
          format(
              "Cannot read %s: it has more than %,d rows; expected no more; draw a sample of them"
                  + " first",
              input, MOST_ROWS));
    }
  }

  private static String[] texts(GivenRow row, int columns) {
    return IntStream.range(0, columns).mapToObj(row::text).toArray(String[]::new);
  }

  private static List<String[]> whole(
      String input, List<String> names, List<String[]> cells, MissingValues missing) {
    boolean[] gone = new boolean[cells.size()];
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      boolean numbers =
          cells.stream()
              .map(row -> row[column])
              .allMatch(v -> v.isEmpty() || GivenColumn.isNumber(v) || GivenColumn.isNotFinite(v));
      List<Integer> without =
          IntStream.range(0, cells.size())
              .filter(row -> isMissing(cells.get(row)[column], numbers))
              .boxed()
              .toList();
      if (without.size() == gone.length) {
        throw new InvalidInput(
            "Cannot use column '%s' of %s: no row has a finite value in it; expected the name of a column with values"
                .formatted(names.get(i), input));
      }
      if (!without.isEmpty() && missing == MissingValues.REFUSED) {
        String first = cells.get(without.get(0))[column];
        throw new InvalidInput(
            format(
                "Cannot use column '%s' of %s: %,d of %,d rows have no finite value (the first is"
                    + " '%s'); expected one in every row; --missing skipped leaves such rows out",
                names.get(i), input, without.size(), gone.length, first));
      }
      without.forEach(row -> gone[row] = true);
    }
    List<String[]> whole =
        IntStream.range(0, gone.length).filter(row -> !gone[row]).mapToObj(cells::get).toList();
    if (whole.size() < 2) {
      throw new InvalidInput(
          "Cannot use %s: %d of its rows have a value in every column that is used; expected 2 or more"
              .formatted(input, whole.size()));
    }
    return whole;
  }

  private static boolean isMissing(String value, boolean numbers) {
    return value.isEmpty() || (numbers && GivenColumn.isNotFinite(value));
  }

  private static List<String[]> mixed(List<String[]> rows, long seed) {
    List<String[]> sorted = rows.stream().sorted(Comparator.comparing(Arrays::toString)).toList();
    int[] places = PortableStream.of(seed, "rows", "order", 0).permutation(sorted.size());
    return Arrays.stream(places).mapToObj(sorted::get).toList();
  }
}
