package org.galton.study.leaderboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.OpenedTable;
import org.galton.job.run.SparkAction;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import scala.Tuple2;

/** Reads anyone's rollouts with what they cost. */
final class RolloutTable {
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
    return opened.rows().mapToPair(row -> spend(row, prices, day));
  }

  private static Tuple2<Tuple2<AgentKey, String>, Spend> spend(
      GivenRow given, Prices prices, LocalDate day) {
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
    Optional<Price> price =
        prices.of(row.text("model"), row.text("date").isEmpty() ? day : PriceFile.day(row, "date"));
    Spend.Basis basis = Spend.Basis.NONE;
    if (dollars != null) {
      basis = Spend.Basis.GIVEN;
    } else if (price.isPresent()) {
      basis = price.get().isByToken() ? Spend.Basis.TOKENS : Spend.Basis.HOURS;
      dollars = Optionals.orNull(price.get().of(prompt, completion, seconds));
    }
    return new Tuple2<>(
        new Tuple2<>(
            new AgentKey(
                row.text("task"), row.text("model"), row.text("scaffold"), row.text("effort")),
            row.text("problem")),
        new Spend().add(success(row), prompt, completion, seconds, dollars, basis));
  }

  /** Null where the rollout is excluded. */
  private static Boolean success(GivenRow row) {
    return switch (row.text("status")) {
      case "", "scored" -> row.truth("success");
      case "format_error" -> false;
      case "excluded_infrastructure", "excluded_timeout" -> null;
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
    double found = row.finite(column, "a number, 0 or more");
    if (found < 0) {
      throw row.wrong(column, "a number, 0 or more");
    }
    return found;
  }
}
