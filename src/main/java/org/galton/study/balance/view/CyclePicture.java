package org.galton.study.balance.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;

import java.util.Comparator;
import java.util.List;
import org.galton.report.Columns;
import org.galton.report.Fact;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTest;
import org.galton.study.balance.row.BalanceTestRow;

/**
 * Loops of three states, both ways round: on the diagonal where balance is kept.
 *
 * @param farthest loops by their affinity over its standard deviation
 * @param bounds of pairs seen one way only
 */
record CyclePicture(
    String title,
    Data data,
    String alternative,
    String note,
    FigureTable farthest,
    FigureTable bounds) {
  /** Of tests in tables without any. */
  private static final double USUAL_LEVEL = 0.05;

  /** What the script draws. */
  record Data(List<Loop> loops) {}

  /** Sums of ln T; {@code violated} after Benjamini-Hochberg. */
  record Loop(
      String name,
      double backward,
      double forward,
      double sd,
      boolean violated,
      List<Fact> facts) {}

  static CyclePicture of(AgentMoves agent, String name, BalanceRows rows) {
    List<BalanceCycleRow> own =
        rows.cycles().stream().filter(row -> BalanceAgent.of(row).equals(agent.agent())).toList();
    double level =
        rows.tests().stream()
            .filter(row -> BalanceAgent.of(row).equals(agent.agent()))
            .mapToDouble(BalanceTestRow::level)
            .findFirst()
            .orElse(USUAL_LEVEL);
    List<Loop> loops = own.stream().map(row -> loop(row, level)).toList();
    return new CyclePicture(
        name,
        new Data(loops),
        "%s: %d loops, %d of them off the diagonal (q at most %s)."
            .formatted(name, loops.size(), loops.stream().filter(Loop::violated).count(), level),
        note(agent, loops, rows.tests(), level),
        farthest(own),
        bounds(
            rows.bounds().stream()
                .filter(row -> BalanceAgent.of(row).equals(agent.agent()))
                .sorted(BalanceReading.LARGEST)
                .limit(BalanceReading.MOST_BOUNDS)
                .toList()));
  }

  public boolean isDrawn() {
    return !data.loops().isEmpty();
  }

  private static Loop loop(BalanceCycleRow row, double level) {
    return new Loop(
        around(row),
        row.backward(),
        row.forward(),
        row.sd(),
        row.qValue() <= level,
        List.of(
            new Fact("forward", Figures.nats(row.forward())),
            new Fact("backward", Figures.nats(row.backward())),
            new Fact("affinity", affinity(row)),
            new Fact("q", Figures.probability(row.qValue()))));
  }

  private static String around(BalanceCycleRow row) {
    String first = BalanceNames.state(row.first());
    return "%s → %s → %s → %s"
        .formatted(first, BalanceNames.state(row.second()), BalanceNames.state(row.third()), first);
  }

  private static String affinity(BalanceCycleRow row) {
    return "%s ± %s".formatted(Figures.nats(row.affinity()), Figures.nats(row.sd()));
  }

  private static String note(
      AgentMoves agent, List<Loop> loops, List<BalanceTestRow> tests, double level) {
    if (loops.isEmpty()) {
      return "No loop of three states has moves both ways round.";
    }
    long violated = loops.stream().filter(Loop::violated).count();
    int all =
        tests.stream()
            .filter(row -> BalanceAgent.of(row).equals(agent.agent()))
            .filter(row -> row.kind() == BalanceTest.TRIANGLES && row.dof() != null)
            .mapToInt(BalanceTestRow::dof)
            .max()
            .orElse(0);
    return all > loops.size()
        ? "%s of %s loops, the farthest among them; %s of these off the diagonal (q at most %s)."
            .formatted(
                Figures.count(loops.size()), Figures.count(all), Figures.count(violated), level)
        : "%s loops, %s of them off the diagonal (q at most %s)."
            .formatted(Figures.count(loops.size()), Figures.count(violated), level);
  }

  private static FigureTable farthest(List<BalanceCycleRow> rows) {
    return Columns.<BalanceCycleRow>of()
        .column(CyclePicture::around, label("Loop"))
        .column(BalanceCycleRow::forward, page("Forward", Figures::nats))
        .column(BalanceCycleRow::backward, page("Backward", Figures::nats))
        .column(CyclePicture::affinity, label("Affinity"))
        .column(BalanceCycleRow::pValue, page("p", Figures::probability))
        .column(BalanceCycleRow::qValue, page("q", Figures::probability))
        .table(
            "Largest affinities over their standard deviation, in nats",
            rows.stream()
                .sorted(BalanceReading.FARTHEST)
                .limit(BalanceReading.FARTHEST_LOOPS)
                .toList());
  }

  private static FigureTable bounds(List<BalanceBoundRow> rows) {
    return Columns.<BalanceBoundRow>of()
        .column(BalanceBoundRow::source, page("From", BalanceNames::state))
        .column(BalanceBoundRow::target, page("To", BalanceNames::state))
        .column(BalanceBoundRow::count, count("Moves"))
        .column(BalanceBoundRow::bound, page("Way back seen less than once", Figures::nats))
        .column(BalanceBoundRow::bound95, page("95\u202f% limit", Figures::nats))
        .table(
            "Pairs seen one way only: V falls by more than this",
            rows.stream()
                .sorted(Comparator.comparingDouble((BalanceBoundRow row) -> -row.bound()))
                .toList());
  }
}
