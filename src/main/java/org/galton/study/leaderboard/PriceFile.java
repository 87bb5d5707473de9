package org.galton.study.leaderboard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;
import org.galton.spec.InvalidInput;

/** Reads a table of dated prices. */
final class PriceFile {
  private static final int MOST = 100_000;
  private static final GivenTable TABLE =
      GivenTable.ofTexts(
          "prices", List.of("model", "from"), List.of("input", "output", "device_hour"));

  private PriceFile() {}

  /**
   * @throws InvalidInput when a row has both kinds of price or none, or two rows are of one model
   *     and day
   */
  static Prices read(SparkSession spark, String file) {
    List<Price> prices = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (GivenRow given : TABLE.open(spark, file).first(MOST)) {
      GivenRow row = given.at(() -> "model '%s'".formatted(given.text("model")));
      LocalDate from = day(row, "from");
      if (!seen.add(row.text("model") + "\u0000" + from)) {
        throw row.problem("two prices from " + from, "one price of a model and day");
      }
      try {
        prices.add(
            new Price(
                row.text("model"),
                from,
                dollars(row, "input"),
                dollars(row, "output"),
                dollars(row, "device_hour")));
      } catch (IllegalArgumentException e) {
        throw row.problem(
            "it has input '%s', output '%s' and device_hour '%s'"
                .formatted(row.text("input"), row.text("output"), row.text("device_hour")),
            "input and output in dollars for a million tokens, or device_hour in dollars alone");
      }
    }
    return new Prices(prices);
  }

  static LocalDate day(GivenRow row, String column) {
    try {
      return LocalDate.parse(dayText(row, column));
    } catch (DateTimeParseException e) {
      throw row.wrong(column, "a day such as 2025-09-30");
    }
  }

  /** What should be a day; of a time its first ten characters. */
  static String dayText(GivenRow row, String column) {
    String text = row.text(column).strip();
    return text.length() > 10 ? text.substring(0, 10) : text;
  }

  private static double dollars(GivenRow row, String column) {
    return row.text(column).isEmpty() ? Double.NaN : row.finite(column, "dollars");
  }
}
