package org.galton.study.leaderboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.galton.leaderboard.Frontier;
import org.galton.study.leaderboard.row.LeaderboardRow;

/** Says which agents of a task are on the frontier of success and each cost. */
final class Frontiers {
  private Frontiers() {}

  /** The same rows with their flags, among each other. */
  static List<LeaderboardRow> flagged(List<LeaderboardRow> rows) {
    List<Flags> tokens = flags(rows, LeaderboardRow::tokensPerRollout, row -> "");
    List<Flags> seconds = flags(rows, LeaderboardRow::secondsPerRollout, row -> "");
    // List prices and hours of one's own devices are no one currency.
    List<Flags> dollars =
        flags(rows, LeaderboardRow::dollarsPerRollout, LeaderboardRow::dollarsBasis);
    List<LeaderboardRow> flagged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      flagged.add(
          rows.get(i)
              .with(
                  tokens.get(i).frontier(),
                  tokens.get(i).hull(),
                  seconds.get(i).frontier(),
                  seconds.get(i).hull(),
                  dollars.get(i).frontier(),
                  dollars.get(i).hull()));
    }
    return flagged;
  }

  /** Whether an agent is not dominated, and on the hull; null where it has no cost. */
  private record Flags(Boolean frontier, Boolean hull) {}

  private static List<Flags> flags(
      List<LeaderboardRow> rows,
      Function<LeaderboardRow, Double> cost,
      Function<LeaderboardRow, String> currency) {
    Flags[] flags = new Flags[rows.size()];
    Arrays.fill(flags, new Flags(null, null));
    Map<String, List<Integer>> comparable = new TreeMap<>();
    for (int i = 0; i < flags.length; i++) {
      if (cost.apply(rows.get(i)) != null && rows.get(i).success() != null) {
        comparable.computeIfAbsent(currency.apply(rows.get(i)), name -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> places : comparable.values()) {
      Frontier frontier =
          Frontier.of(
              places.stream().mapToDouble(i -> rounded(cost.apply(rows.get(i)))).toArray(),
              places.stream().mapToDouble(i -> rounded(rows.get(i).success())).toArray());
      for (int i = 0; i < places.size(); i++) {
        flags[places.get(i)] = new Flags(frontier.nonDominated().get(i), frontier.hull().get(i));
      }
    }
    return List.of(flags);
  }

  /**
   * Decimal costs that are equal may differ in the last digit of a double, which makes no agent
   * better.
   */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(12)).doubleValue();
  }
}
