package org.galton.study.leaderboard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.galton.job.input.GivenRow;
import org.galton.leaderboard.Price;
import org.galton.leaderboard.Prices;

/**
 * The price of a rollout in a table, by its model and day. Of the few pairs that a task meets each
 * is looked up once: to read a day takes as long as all else of a row.
 */
final class RowPrices implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 10_000;

  private final Prices prices;
  private final LocalDate day;
  private transient Map<ModelDay, Optional<Price>> known;

  private record ModelDay(String model, String day) {}

  /**
   * @param day of rows without a date
   */
  RowPrices(Prices prices, LocalDate day) {
    this.prices = prices;
    this.day = day;
  }

  /**
   * @throws org.galton.spec.InvalidInput when its date is no day
   */
  Optional<Price> of(GivenRow row) {
    if (known == null || known.size() > MOST) {
      known = new HashMap<>();
    }
    ModelDay key = new ModelDay(row.text("model"), PriceFile.dayText(row, "date"));
    Optional<Price> found = known.get(key);
    if (found == null) {
      found = prices.of(key.model(), key.day().isEmpty() ? day : PriceFile.day(row, "date"));
      known.put(key, found);
    }
    return found;
  }
}
