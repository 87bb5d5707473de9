package org.galton.study.leaderboard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.agents.AgentRow;
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
  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "rollouts",
          AgentRow.REQUIRED,
          Stream.concat(
                  AgentRow.OPTIONAL.stream(),
                  Stream.of(
                      "effort", "prompt_tokens", "completion_tokens", "seconds", "dollars", "date"))
              .toList());

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
    AgentRow rollout = AgentRow.of(given);
    GivenRow row = rollout.given();
    Long prompt = tokens(row, "prompt_tokens");
    Long completion = tokens(row, "completion_tokens");
    Double seconds = rollout.amount("seconds");
    Double dollars = rollout.amount("dollars");
    Optional<Price> price = prices.of(row);
    Cost cost =
        dollars == null
            ? Cost.priced(prompt, completion, seconds, price)
            : Cost.given(prompt, completion, seconds, dollars);
    AgentKey agent =
        new AgentKey(row.text("task"), row.text("model"), row.text("scaffold"), row.text("effort"));
    sums.computeIfAbsent(new Tuple2<>(agent, rollout.problem()), key -> new Spend())
        .add(ending(rollout), cost);
  }

  private static Ending ending(AgentRow rollout) {
    return switch (rollout.status()) {
      case EXCLUDED_INFRASTRUCTURE -> Ending.INFRASTRUCTURE;
      case EXCLUDED_TIMEOUT -> Ending.TIMEOUT;
      case SCORED, FORMAT_ERROR -> rollout.success() ? Ending.RIGHT : Ending.WRONG;
    };
  }

  private static Long tokens(GivenRow row, String column) {
    return row.text(column).isEmpty() ? null : (Long) (long) row.whole(column);
  }
}
