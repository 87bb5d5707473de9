package org.galton.job.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.galton.job.run.Ending;
import org.galton.spec.InvalidInput;
import org.galton.sql.SqlScript;

/** Queries in Spark SQL over the tables of an output folder. */
public final class Query {
  private final SparkSession spark;
  private final Views.Registered views;

  private Query(SparkSession spark, Views.Registered views) {
    this.spark = spark;
    this.views = views;
  }

  /** With every table under {@code output} as a view. */
  public static Query over(SparkSession spark, Optional<String> output) {
    return new Query(
        spark, output.map(folder -> Views.register(spark, folder)).orElse(Views.Registered.NONE));
  }

  /**
   * The first rows of a result as text.
   *
   * @param more whether the result has further rows
   */
  public record Rows(List<String> columns, List<List<String>> cells, boolean more) {}

  /**
   * Of the last of some statements at most {@code limit} rows, each cell as Spark prints it and a
   * missing value as {@code NULL}.
   */
  public Rows rows(String sql, int limit) {
    return answer(
        sql,
        result -> {
          List<String> columns = List.of(result.columns());
          String[] numbered =
              IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toArray(String[]::new);
          Column[] texts =
              Arrays.stream(numbered).map(name -> col(name).cast("string")).toArray(Column[]::new);
          List<Row> found = result.toDF(numbered).select(texts).limit(limit + 1).collectAsList();
          List<List<String>> cells =
              found.stream().limit(limit).map(row -> cells(row, columns.size())).toList();
          return new Rows(columns, cells, found.size() > limit);
        });
  }

  /** Every row of the last of some statements as a JSON object, missing values included. */
  public List<String> json(String sql) {
    return answer(
        sql,
        result -> {
          Set<String> seen = new HashSet<>();
          for (String column : result.columns()) {
            if (!seen.add(column)) {
              throw new InvalidInput(
                  "Cannot write JSON: two columns are named '" + column + "'; give one an alias");
            }
          }
          Column object = to_json(struct(col("*")), Map.of("ignoreNullFields", "false"));
          return result.select(object).as(Encoders.STRING()).collectAsList();
        });
  }

  private <T> T answer(String sql, Function<Dataset<Row>, T> reader) {
    try {
      List<String> statements = SqlScript.parse(sql).statements();
      if (statements.isEmpty()) {
        throw new InvalidInput("Cannot run the query: it is empty; expected a statement in SQL");
      }
      int last = statements.size() - 1;
      statements.subList(0, last).forEach(spark::sql);
      return reader.apply(spark.sql(statements.get(last)));
    } catch (Exception e) { // Scala throws checked exceptions without declaring them.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SparkThrowable error && Ending.isTheInputs(error)) {
          throw new InvalidInput(
              "Cannot run the query: " + Ending.firstLine(cause) + "; " + known(), e);
        }
      }
      throw e;
    }
  }

  private String known() {
    if (views.names().isEmpty() && views.broken().isEmpty()) {
      return "there are no views (--output names the folder of the tables)";
    }
    return (views.names().isEmpty()
            ? "there are no views"
            : "the views are " + String.join(", ", views.names()))
        + views.broken().entrySet().stream()
            .map(table -> "; '" + table.getKey() + "' is none: " + table.getValue())
            .collect(Collectors.joining());
  }

  private static List<String> cells(Row row, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(i -> row.isNullAt(i) ? "NULL" : row.getString(i))
        .toList();
  }
}
