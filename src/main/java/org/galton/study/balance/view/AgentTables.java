package org.galton.study.balance.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.BalanceVerdict;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.VoteSweepRow;

/** The tables of all agents together. */
public final class AgentTables {
  /** Votes among stored rollouts, as the terminal and the page show them. */
  public static final Columns<VoteSweepRow> TASK_VOTES =
      Columns.<VoteSweepRow>of()
          .column(VoteSweepRow::task, page("Task", task -> VisibleText.line(task, 80)))
          .column(
              VoteSweepRow::model,
              text("model"),
              page("Model", model -> VisibleText.line(model, 80)))
          .column(VoteSweepRow::task, text("task"))
          .column(
              VoteSweepRow::generation,
              text("generation"),
              page("Generation", name -> VisibleText.line(name, 40)))
          .column(row -> row.voteDraws() + ":" + row.voteAccept(), text("vote"))
          .column(row -> row.voteAccept() + " of " + row.voteDraws(), label("Vote"))
          .column(VoteSweepRow::prompts, text("prompts", "%,d"), count("Prompts"))
          .column(
              VoteSweepRow::acceptance,
              text("acceptance", "%.3f"),
              page("Accepted", AgentTables::share))
          .column(VoteSweepRow::acceptanceLow, text("low", "%.3f"))
          .column(VoteSweepRow::acceptanceHigh, text("high", "%.3f"))
          .column(row -> interval(row.acceptanceLow(), row.acceptanceHigh()), label(""))
          .column(
              VoteSweepRow::accuracy,
              text("accuracy", "%.3f"),
              page("Right of these", Figures::percent))
          .column(VoteSweepRow::accuracyLow, text("low", "%.3f"))
          .column(VoteSweepRow::accuracyHigh, text("high", "%.3f"))
          .column(row -> interval(row.accuracyLow(), row.accuracyHigh()), label(""))
          .column(VoteSweepRow::slope, text("slope", "%.3f"), page("Slope", Figures::bits))
          .column(VoteSweepRow::action, text("action", "%.3f"), page("S", Figures::action))
          .column(VoteSweepRow::actionAtZero, page("S0", Figures::action));

  private AgentTables() {}

  /** Every fit, each with its N0 and its kernel. */
  static FigureTable landscapes(List<LandscapeRow> rows, List<BalanceAgent> all) {
    return fits(all)
        .column(LandscapeRow::statesKept, count("States kept"))
        .column(LandscapeRow::components, count("Components"))
        .column(LandscapeRow::largestComponent, count("Largest"))
        .column(LandscapeRow::attempts, count("Attempts"))
        .column(LandscapeRow::moves, count("Moves"))
        .column(LandscapeRow::acceptance, page("Probability to move", Figures::percent))
        .column(LandscapeRow::potentialSd, page("Spread of V", Figures::nats))
        .column(LandscapeRow::action, page("S", Figures::action))
        .column(LandscapeRow::actionLowerBound, page("Bound", Figures::action))
        .column(LandscapeRow::actionAtZero, page("S0", Figures::action))
        .column(
            row -> row.actionAtZero() > 0 ? (Double) (row.action() / row.actionAtZero()) : null,
            page("S / S0", Figures::percent))
        .column(LandscapeRow::pairR, page("Pair r", Figures::bits))
        .table(
            "Potentials by least action; compare S only where N0 and kernel are the same",
            ordered(rows, row -> row.voteDraws() == null));
  }

  private static Columns<LandscapeRow> fits(List<BalanceAgent> all) {
    return Columns.<LandscapeRow>of()
        .column(row -> BalanceAgent.of(row).name(all), label("Agent"))
        .column(LandscapeRow::n0Mode, label("N0"))
        .column(LandscapeRow::kernel, label("Kernel"));
  }

  static FigureTable tests(List<BalanceTestRow> rows, List<BalanceAgent> all) {
    return Columns.<BalanceTestRow>of()
        .column(row -> BalanceAgent.of(row).name(all), label("Agent"))
        .column(row -> row.kind().title(), label("Test"))
        .column(row -> row.decision().map(BalanceVerdict::title).orElse(null), label("Verdict"))
        .column(BalanceTestRow::pValue, page("p", Figures::probability))
        .column(BalanceTestRow::statistic, page("Figure", Figures::action))
        .column(row -> row.dof() != null ? row.dof() : row.cycles(), count("Cycles or dof"))
        .table(
            "Tests of detailed balance"
                + rows.stream().findFirst().map(row -> ", at level " + row.level()).orElse(""),
            rows.stream()
                .sorted(
                    Comparator.comparing(
                            (BalanceTestRow row) -> BalanceAgent.of(row), BalanceAgent.ORDER)
                        .thenComparing(BalanceTestRow::kind))
                .toList());
  }

  static FigureTable kernelVotes(List<LandscapeRow> rows, List<BalanceAgent> all) {
    return fits(all)
        .column(row -> row.voteAccept() + " of " + row.voteDraws(), label("Vote"))
        .column(LandscapeRow::slope, page("Slope", Figures::bits))
        .column(LandscapeRow::acceptance, page("Probability to move", AgentTables::share))
        .column(LandscapeRow::action, page("S", Figures::action))
        .column(LandscapeRow::actionAtZero, page("S0", Figures::action))
        .table("Votes put on measured kernels", ordered(rows, row -> row.voteDraws() != null));
  }

  static FigureTable taskVotes(List<VoteSweepRow> rows) {
    return TASK_VOTES.table(
        "Votes among stored rollouts: means over prompts, 95\u202f% intervals",
        rows.stream()
            .sorted(
                Comparator.comparing(VoteSweepRow::task)
                    .thenComparing(VoteSweepRow::model)
                    .thenComparing(VoteSweepRow::generation)
                    .thenComparing(VoteSweepRow::voteAccept)
                    .thenComparing(VoteSweepRow::voteDraws))
            .toList());
  }

  private static List<LandscapeRow> ordered(
      List<LandscapeRow> rows, Predicate<LandscapeRow> wanted) {
    Comparator<Integer> votes = Comparator.nullsFirst(Comparator.naturalOrder());
    return rows.stream()
        .filter(wanted)
        .sorted(
            Comparator.comparing((LandscapeRow row) -> BalanceAgent.of(row), BalanceAgent.ORDER)
                .thenComparing(LandscapeRow::n0Mode)
                .thenComparing(LandscapeRow::kernel)
                .thenComparing(LandscapeRow::voteAccept, votes)
                .thenComparing(LandscapeRow::voteDraws, votes))
        .toList();
  }

  /** Small shares keep their first digits: votes may accept next to nothing. */
  private static String share(double value) {
    return value >= 0.001 || value == 0 ? Figures.percent(value) : Figures.scientific(value);
  }

  private static String interval(Double low, Double high) {
    return low == null || high == null
        ? null
        : Figures.percentNumber(low) + " to " + Figures.percent(high);
  }
}
