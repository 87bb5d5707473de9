package org.galton.study.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.galton.console.TextTable;
import org.galton.report.FewPrompts;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.VoteSweepRow;

/** What the moves of agents show, for the terminal: the landscape, its wells, and the tests. */
public final class BalanceText {
  private static final int MOST_AGENTS = 8;
  private static final int MOST_WELLS = 5;

  private BalanceText() {}

  public static String of(BalanceResult result) {
    StringBuilder text = new StringBuilder();
    result.agents().stream()
        .limit(MOST_AGENTS)
        .forEach(agent -> text.append(of(agent)).append('\n'));
    if (result.agents().size() > MOST_AGENTS) {
      text.append(
          "%d more agents are in the tables.%n".formatted(result.agents().size() - MOST_AGENTS));
    }
    if (!result.votes().isEmpty()) {
      text.append(votes(result.votes()));
      FewPrompts.warning(result.votes().stream().mapToInt(VoteSweepRow::prompts).min())
          .ifPresent(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static String of(AgentBalance agent) {
    return heading(agent)
        + landscapes(agent.landscapes())
        + wells(agent.potentials(agent.landscapes().get(0)))
        + "\n"
        + tests(agent.tests());
  }

  private static String heading(AgentBalance agent) {
    LandscapeRow row = agent.landscapes().get(0);
    String steps =
        row.attempts() == null
            ? ""
            : format("%,d steps, %,d of them moves; ", row.attempts(), row.moves());
    String dropped =
        row.statesKept() == row.statesTotal()
            ? ""
            : format(", %,d too rarely tried", row.statesTotal() - row.statesKept());
    return format(
            "%s: %s%,d distinct moves between %,d states%s; N0 %s.%n",
            agent.key(), steps, row.uniqueMoves(), row.statesTotal(), dropped, row.n0Mode())
        + divisors(row)
        + (row.largestComponent() > 1
            ? format(
                "Of %,d components the largest has %,d states that lead to each other.%n%n",
                row.components(), row.largestComponent())
            : format("No two states lead to each other.%n%n"));
  }

  /** What is divided by what, where it is not the same throughout. */
  private static String divisors(LandscapeRow row) {
    return List.of("attempts", "exact").contains(row.n0Mode())
        ? ""
        : format(
            "The potentials of both kernels and the published triangles divide by this N0; the"
                + " binomial potential and the one-sided bounds by attempts; tests need no"
                + " divisor.%n");
  }

  private static TextTable landscapes(List<LandscapeRow> rows) {
    return TextTable.of(
        List.of(
            "vote", "kernel", "V sd", "slope", "acceptance", "action", "flat", "bound", "excess"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.voteDraws() == null ? "-" : row.voteDraws() + ":" + row.voteAccept(),
                        row.kernel(),
                        number(row.potentialSd()),
                        number(row.slope()),
                        small(row.acceptance()),
                        small(row.action()),
                        small(row.actionAtZero()),
                        small(row.actionLowerBound()),
                        small(row.actionExcess())))
            .toList());
  }

  /** The deepest of the largest component. */
  private static String wells(List<PotentialRow> rows) {
    List<PotentialRow> solved =
        rows.stream()
            .filter(row -> row.potential() != null && row.component() == 0)
            .sorted(Comparator.comparing(PotentialRow::potential))
            .toList();
    if (solved.isEmpty()) {
      return "\nThere is an order of states, and no potential.\n";
    }
    List<String> wells =
        solved.stream().limit(MOST_WELLS).map(row -> row.state() + " " + interval(row)).toList();
    return "\nDeepest: " + String.join(", ", wells) + "\n";
  }

  private static String interval(PotentialRow row) {
    return row.low() == null
        ? format("%.3f", row.potential() + 0.0)
        : format("%.3f (%.3f to %.3f)", row.potential(), row.low(), row.high());
  }

  private static TextTable tests(List<BalanceTestRow> rows) {
    return TextTable.of(
        List.of("test", "statistic", "dof", "p", "verdict"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.test().replace('_', ' '),
                        number(row.statistic()),
                        row.dof() == null ? "" : row.dof().toString(),
                        row.pValue() == null ? "" : format("%.3g", row.pValue()),
                        row.verdict() == null ? "" : row.verdict().replace('_', ' ')))
            .toList());
  }

  private static TextTable votes(List<VoteSweepRow> rows) {
    return TextTable.of(
        List.of(
            "model",
            "task",
            "generation",
            "vote",
            "prompts",
            "acceptance",
            "low",
            "high",
            "accuracy",
            "low",
            "high",
            "slope",
            "action"),
        rows.stream()
            .map(
                row ->
                    new ArrayList<>(
                        List.of(
                            row.model(),
                            row.task(),
                            row.generation(),
                            row.voteDraws() + ":" + row.voteAccept(),
                            format("%,d", row.prompts()),
                            number(row.acceptance()),
                            number(row.acceptanceLow()),
                            number(row.acceptanceHigh()),
                            number(row.accuracy()),
                            number(row.accuracyLow()),
                            number(row.accuracyHigh()),
                            number(row.slope()),
                            number(row.action()))))
            .map(List::copyOf)
            .toList());
  }

  private static String number(Double value) {
    return value == null ? "" : format("%.3f", value);
  }

  /** Actions of votes fall by orders of magnitude. */
  private static String small(double value) {
    return format("%.4g", value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
