package org.galton.study.balance.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.study.balance.row.PotentialRow;

/** The states and the components of one agent. */
final class StateTables {
  static final int MOST_COMPONENTS = 12;

  private static final Columns<PotentialRow> WELLS =
      Columns.<PotentialRow>of()
          .column(PotentialRow::state, page("State", BalanceNames::state))
          .column(PotentialRow::potential, page("V", Figures::nats))
          .interval("95\u202f% interval", PotentialRow::low, PotentialRow::high, Figures::nats)
          .column(PotentialRow::attempts, count("Attempts"))
          .column(PotentialRow::stays, count("Stays"))
          .column(PotentialRow::escapes, count("Escapes"));

  private StateTables() {}

  static FigureTable wells(List<PotentialRow> rows) {
    return WELLS.table("Deepest wells", rows);
  }

  static FigureTable states(List<PotentialRow> rows) {
    return WELLS
        .column(PotentialRow::support, page("Support", Figures::percent))
        .table(
            "States drawn, lowest first; support: share of bootstrap replicates that kept the state in the component",
            rows);
  }

  /** None of a single component. */
  static FigureTable components(ComponentOrder order) {
    if (order.components().size() < 2) {
      return FigureTable.NONE;
    }
    boolean known = order.stages() > 0;
    return Columns.<ComponentOrder.Component>of()
        .column(ComponentOrder.Component::names, label("States"))
        .column(ComponentOrder.Component::states, count("Number"))
        .column(
            one -> known ? (Integer) one.stage() : null,
            count(known ? "Stage, of " + order.stages() : "Stage"))
        .column(one -> known ? one.relation().words() : null, label("Place"))
        .table(
            "Components and their order",
            order.components().stream().limit(MOST_COMPONENTS).toList());
  }

  static String interval(PotentialRow row) {
    return Figures.nats(row.low()) + " to " + Figures.nats(row.high());
  }

  static String counted(Long value) {
    return value == null ? "–" : Figures.count(value);
  }
}
