package org.galton.study.balance.view;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.VoteSweepRow;

/** The tables of all agents together. */
final class AgentTables {
  private AgentTables() {}

  /** Every fit, each with its N0 and its kernel. */
  static FigureTable landscapes(List<LandscapeRow> rows, List<BalanceAgent> all) {
    return new FigureTable(
        "Potentials by least action; compare S only where N0 and kernel are the same",
        List.of(
            "Agent",
            "N0",
            "Kernel",
            "States kept",
            "Components",
            "Largest",
            "Attempts",
            "Moves",
            "Probability to move",
            "Spread of V",
            "S",
            "Bound",
            "S0",
            "S / S0",
            "Pair r"),
        ordered(rows, row -> row.voteDraws() == null).stream()
            .map(
                row ->
                    List.of(
                        BalanceAgent.of(row).name(all),
                        row.n0Mode(),
                        row.kernel(),
                        Figures.count(row.statesKept()),
                        Figures.count(row.components()),
                        Figures.count(row.largestComponent()),
                        count(row.attempts()),
                        count(row.moves()),
                        Figures.percent(row.acceptance()),
                        row.potentialSd() == null ? "–" : Figures.nats(row.potentialSd()),
                        Figures.action(row.action()),
                        Figures.action(row.actionLowerBound()),
                        Figures.action(row.actionAtZero()),
                        row.actionAtZero() > 0
                            ? Figures.percent(row.action() / row.actionAtZero())
                            : "–",
                        row.pairR() == null ? "–" : Figures.bits(row.pairR())))
            .toList());
  }

  static FigureTable tests(List<BalanceTestRow> rows, List<BalanceAgent> all) {
    return new FigureTable(
        "Tests of detailed balance"
            + rows.stream().findFirst().map(row -> ", at level " + row.level()).orElse(""),
        List.of("Agent", "Test", "Verdict", "p", "Figure", "Cycles or dof"),
        rows.stream()
            .sorted(
                Comparator.comparing(
                        (BalanceTestRow row) -> BalanceAgent.of(row), BalanceAgent.ORDER)
                    .thenComparingInt(row -> BalanceNames.rank(row.test())))
            .map(
                row ->
                    List.of(
                        BalanceAgent.of(row).name(all),
                        BalanceNames.test(row.test()),
                        row.verdict() == null ? "–" : BalanceNames.verdict(row.verdict()),
                        row.pValue() == null ? "–" : Figures.probability(row.pValue()),
                        row.statistic() == null ? "–" : Figures.action(row.statistic()),
                        row.dof() != null
                            ? Figures.count(row.dof())
                            : row.cycles() == null ? "–" : Figures.count(row.cycles())))
            .toList());
  }

  static FigureTable kernelVotes(List<LandscapeRow> rows, List<BalanceAgent> all) {
    return new FigureTable(
        "Votes put on measured kernels",
        List.of("Agent", "N0", "Kernel", "Vote", "Slope", "Probability to move", "S", "S0"),
        ordered(rows, row -> row.voteDraws() != null).stream()
            .map(
                row ->
                    List.of(
                        BalanceAgent.of(row).name(all),
                        row.n0Mode(),
                        row.kernel(),
                        row.voteAccept() + " of " + row.voteDraws(),
                        row.slope() == null ? "–" : Figures.bits(row.slope()),
                        share(row.acceptance()),
                        Figures.action(row.action()),
                        Figures.action(row.actionAtZero())))
            .toList());
  }

  static FigureTable taskVotes(List<VoteSweepRow> rows) {
    return new FigureTable(
        "Votes among stored rollouts: means over prompts, 95\u202f% intervals",
        List.of(
            "Task",
            "Model",
            "Generation",
            "Vote",
            "Prompts",
            "Accepted",
            "",
            "Right of these",
            "",
            "Slope",
            "S",
            "S0"),
        rows.stream()
            .sorted(
                Comparator.comparing(VoteSweepRow::task)
                    .thenComparing(VoteSweepRow::model)
                    .thenComparing(VoteSweepRow::generation)
                    .thenComparing(VoteSweepRow::voteAccept)
                    .thenComparing(VoteSweepRow::voteDraws))
            .map(
                row ->
                    List.of(
                        VisibleText.line(row.task(), 80),
                        VisibleText.line(row.model(), 80),
                        VisibleText.line(row.generation(), 40),
                        row.voteAccept() + " of " + row.voteDraws(),
                        Figures.count(row.prompts()),
                        share(row.acceptance()),
                        interval(row.acceptanceLow(), row.acceptanceHigh()),
                        row.accuracy() == null ? "–" : Figures.percent(row.accuracy()),
                        interval(row.accuracyLow(), row.accuracyHigh()),
                        row.slope() == null ? "–" : Figures.bits(row.slope()),
                        row.action() == null ? "–" : Figures.action(row.action()),
                        row.actionAtZero() == null ? "–" : Figures.action(row.actionAtZero())))
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
        ? "–"
        : Figures.percentNumber(low) + " to " + Figures.percent(high);
  }

  private static String count(Long value) {
    return value == null ? "–" : Figures.count(value);
  }
}
