package org.galton.study.balance;

import static org.galton.report.ColumnFormat.text;
import static org.galton.report.Figures.format;

import java.util.Comparator;
import java.util.List;
import org.galton.console.TextTable;
import org.galton.report.Columns;
import org.galton.report.FewPrompts;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.VoteSweepRow;
import org.galton.study.balance.view.AgentTables;

/** What the moves of agents show, for the terminal: the landscape, its wells, and the tests. */
public final class BalanceText {
  private static final int MOST_AGENTS = 8;
  private static final int MOST_WELLS = 5;
  private static final String BLANK = "";

  /** Actions of votes fall by orders of magnitude. */
  private static final String SMALL = "%.4g";

  private static final Columns<LandscapeRow> LANDSCAPES =
      Columns.<LandscapeRow>of()
          .column(BalanceText::vote, text("vote"))
          .column(LandscapeRow::kernel, text("kernel"))
          .column(LandscapeRow::potentialSd, text("V sd", "%.3f"))
          .column(LandscapeRow::slope, text("slope", "%.3f"))
          .column(LandscapeRow::acceptance, text("acceptance", SMALL))
          .column(LandscapeRow::action, text("action", SMALL))
          .column(LandscapeRow::actionAtZero, text("flat", SMALL))
          .column(LandscapeRow::actionLowerBound, text("bound", SMALL))
          .column(LandscapeRow::actionExcess, text("excess", SMALL));

  private static final Columns<BalanceTestRow> TESTS =
      Columns.<BalanceTestRow>of()
          .column(row -> row.test().replace('_', ' '), text("test"))
          .column(BalanceTestRow::statistic, text("statistic", "%.3f"))
          .column(BalanceTestRow::dof, text("dof"))
          .column(BalanceTestRow::pValue, text("p", "%.3g"))
          .column(
              row -> row.verdict() == null ? null : row.verdict().replace('_', ' '),
              text("verdict"));

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
      text.append(TextTable.of(AgentTables.TASK_VOTES, result.votes(), BLANK));
      FewPrompts.warning(result.votes().stream().mapToInt(VoteSweepRow::prompts).min())
          .ifPresent(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static String of(AgentBalance agent) {
    return heading(agent)
        + TextTable.of(LANDSCAPES, agent.landscapes(), BLANK)
        + wells(agent.potentials(agent.landscapes().get(0)))
        + "\n"
        + TextTable.of(TESTS, agent.tests(), BLANK);
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

  private static String vote(LandscapeRow row) {
    return row.voteDraws() == null ? "-" : row.voteDraws() + ":" + row.voteAccept();
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
}
