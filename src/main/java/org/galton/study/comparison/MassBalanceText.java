package org.galton.study.comparison;

import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.console.TextTable;
import org.galton.report.Columns;

/** The balance of correct mass. */
final class MassBalanceText {
  static final Columns<MassShift> SHIFTS =
      Columns.<MassShift>of()
          .column(shift -> shift.pair().task(), json("task"), text("task"))
          .column(shift -> shift.pair().baselineName(), json("baseline"), text("A"))
          .column(shift -> shift.pair().candidateName(), json("candidate"), text("B"))
          .column(MassShift::observed, json("observed"), text("B - A", "%+.3f"))
          .column(MassShift::drawnRight, json("drawn_right"), text("drawn right", "%+.5f"))
          .column(MassShift::drawnWrong, json("drawn_wrong"), text("drawn wrong", "%+.5f"))
          .column(MassShift::undrawn, json("undrawn"), text("undrawn", "%+.5f"))
          .column(MassShift::total, json("total"), text("sum", "%+.5f"))
          .column(MassShift::prompts, json("prompts"), text("prompts"));

  private MassBalanceText() {}

  static String of(List<MassShift> shifts) {
    return "\nChange of the solve rate by a policy-gradient step of size 1 on A's rollouts, to first"
        + " order (BroRL):\n"
        + TextTable.of(SHIFTS, shifts);
  }
}
