package org.galton.study.balance.view;

import java.util.List;
import java.util.stream.Stream;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.study.balance.row.PotentialRow;

/** The states and the components of one agent. */
final class StateTables {
  static final int MOST_COMPONENTS = 12;

  private StateTables() {}

  static FigureTable wells(List<PotentialRow> rows) {
    return new FigureTable(
        "Deepest wells",
        List.of("State", "V", "95\u202f% interval", "Attempts", "Stays", "Escapes"),
        rows.stream().map(StateTables::cells).toList());
  }

  static FigureTable states(List<PotentialRow> rows) {
    return new FigureTable(
        "States drawn, lowest first; support: share of bootstrap replicates that kept the state in the component",
        List.of("State", "V", "95\u202f% interval", "Attempts", "Stays", "Escapes", "Support"),
        rows.stream()
            .map(
                row ->
                    Stream.concat(
                            cells(row).stream(),
                            Stream.of(row.support() == null ? "–" : Figures.percent(row.support())))
                        .toList())
            .toList());
  }

  private static List<String> cells(PotentialRow row) {
    return List.of(
        BalanceNames.state(row.state()),
        Figures.nats(row.potential()),
        row.low() == null || row.high() == null ? "–" : interval(row),
        count(row.attempts()),
        count(row.stays()),
        count(row.escapes()));
  }

  /** None of a single component. */
  static FigureTable components(ComponentOrder order) {
    if (order.components().size() < 2) {
      return FigureTable.NONE;
    }
    boolean known = order.stages() > 0;
    return new FigureTable(
        "Components and their order",
        List.of("States", "Number", known ? "Stage, of " + order.stages() : "Stage", "Place"),
        order.components().stream()
            .limit(MOST_COMPONENTS)
            .map(
                component ->
                    List.of(
                        component.names(),
                        Figures.count(component.states()),
                        known ? Figures.count(component.stage()) : "–",
                        known ? component.relation().words() : "–"))
            .toList());
  }

  static String interval(PotentialRow row) {
    return Figures.nats(row.low()) + " to " + Figures.nats(row.high());
  }

  static String count(Long value) {
    return value == null ? "–" : Figures.count(value);
  }
}
