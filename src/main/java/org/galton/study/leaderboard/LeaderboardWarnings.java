package org.galton.study.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.galton.study.leaderboard.row.LeaderboardRow;

/** What a reader of a leaderboard must keep in mind. */
final class LeaderboardWarnings {
  private LeaderboardWarnings() {}

  static List<String> of(List<LeaderboardRow> rows, List<AgentSpend> agents, boolean isPriced) {
    List<String> warnings = new ArrayList<>();
    missing(agents, "tokens", Spend::hasSomeTokens, warnings);
    missing(agents, "seconds", Spend::hasSomeSeconds, warnings);
    long without = rows.stream().filter(row -> row.dollars() == null).count();
    if (isPriced && without > 0) {
      warnings.add(
          "%d of %d agents have no dollars: a rollout of theirs has no price on its day, or lacks the tokens or seconds that it is priced by"
              .formatted(without, rows.size()));
    }
    long bases =
        rows.stream().map(LeaderboardRow::dollarsBasis).filter(Objects::nonNull).distinct().count();
    if (bases > 1
        || rows.stream().anyMatch(row -> String.valueOf(row.dollarsBasis()).contains(","))) {
      warnings.add(
          "dollars are of several kinds (column dollars_basis): list prices of tokens and hours of one's own devices are no one currency, so each kind has a frontier of its own");
    }
    return List.copyOf(warnings);
  }

  private static void missing(
      List<AgentSpend> agents, String unit, Predicate<Spend> isPartly, List<String> warnings) {
    long partly = agents.stream().filter(agent -> isPartly.test(agent.sum())).count();
    if (partly > 0) {
      warnings.add(
          "%d of %d agents have no %s: some rollouts of theirs do not tell them, such as those that failed"
              .formatted(partly, agents.size(), unit));
    }
  }
}
