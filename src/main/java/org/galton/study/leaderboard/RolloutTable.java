package org.galton.study.leaderboard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Reads anyone's rollouts with what they cost. */
final class RolloutTable {
  /** Beyond it a sum of many would not be finite. */
  private static final double MOST = 1e15;

  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "rollouts",
          List.of("model", "problem", "success"),
          List.of(
              "scaffold",
              "effort",
              "task",
              "status",
              "prompt_tokens",
              "completion_tokens",
              "seconds",
              "dollars",
              "date"));

  private RolloutTable() {}

  /**
   * @param day by whose prices rows without a date are priced
   * @throws InvalidInput when a column is missing; from the tasks that read it, where a cell is
   *     wrong
   */
  static JavaPairRDD<Tuple2<AgentKey, String>, Spend> read(
      SparkSession spark, String input, Prices prices, LocalDate day) {
    OpenedTable opened = SparkAction.run("look at " + input, () -> TABLE.open(spark, input));
    RowPrices known = new RowPrices(prices, day);
    return opened.rows().mapPartitionsToPair(rows -> sums(rows, known));
  }

  /**
   * Sums of a task's rows, one for each agent and problem: as many at most as the driver holds in
   * the end. Spark's own combining sorts single rows, which takes a third of the job.
   */
  private static Iterator<Tuple2<Tuple2<AgentKey, String>, Spend>> sums(
      Iterator<GivenRow> rows, RowPrices prices) {
    Map<Tuple2<AgentKey, String>, Spend> sums = new HashMap<>();
    rows.forEachRemaining(row -> add(row, prices, sums));
    return sums.entrySet().stream()
        .map(sum -> new Tuple2<>(sum.getKey(), sum.getValue()))
        .iterator();
  }

  private static void add(
      GivenRow given, RowPrices prices, Map<Tuple2<AgentKey, String>, Spend> sums) {
    GivenRow row =
        given.at(
            () -> "model '%s', problem '%s'".formatted(given.text("model"), given.text("problem")));
    for (String column : List.of("model", "problem")) {
      if (row.text(column).isEmpty()) {
        throw row.wrong(column, "a name");
      }
    }
    Long prompt = tokens(row, "prompt_tokens");
    Long completion = tokens(row, "completion_tokens");
    Double seconds = amount(row, "seconds");
    Double dollars = amount(row, "dollars");
    Optional<Price> price = prices.of(row);
    Cost cost =
        dollars == null
            ? Cost.priced(prompt, completion, seconds, price)
            : Cost.given(prompt, completion, seconds, dollars);
    AgentKey agent =
        new AgentKey(row.text("task"), row.text("model"), row.text("scaffold"), row.text("effort"));
    sums.computeIfAbsent(new Tuple2<>(agent, row.text("problem")), key -> new Spend())
        .add(ending(row), cost);
  }

  private static Ending ending(GivenRow row) {
    return switch (row.text("status")) {
      case "", "scored" -> row.truth("success") ? Ending.RIGHT : Ending.WRONG;
      case "format_error" -> Ending.WRONG;
      case "excluded_infrastructure" -> Ending.INFRASTRUCTURE;
      case "excluded_timeout" -> Ending.TIMEOUT;
      default ->
          throw row.wrong(
              "status", "scored, format_error, excluded_infrastructure or excluded_timeout");
    };
  }

  private static Long tokens(GivenRow row, String column) {
    return row.text(column).isEmpty() ? null : (Long) (long) row.whole(column);
  }

  private static Double amount(GivenRow row, String column) {
    if (row.text(column).isEmpty()) {
      return null;
    }
    String expected = "a number from 0 to 1e15";
    double found = row.finite(column, expected);
    if (found < 0 || found > MOST) {
      throw row.wrong(column, expected);
    }
    return found;
  }
}
