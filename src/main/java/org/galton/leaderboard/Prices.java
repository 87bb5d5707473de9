package org.galton.leaderboard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Prices by model and day. */
public record Prices(List<Price> prices) implements Serializable {
  public static final Prices NONE = new Prices(List.of());

  public Prices {
    prices = List.copyOf(prices);
  }

  /** The latest that began on the day or before; empty where none had. */
  public Optional<Price> of(String model, LocalDate day) {
    return prices.stream()
        .filter(price -> price.model().equals(model) && !price.from().isAfter(day))
        .max(Comparator.comparing(Price::from));
  }
}
