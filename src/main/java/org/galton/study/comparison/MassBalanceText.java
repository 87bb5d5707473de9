package org.galton.study.comparison;

import java.util.List;
import java.util.Locale;
import org.galton.console.TextTable;

/** The balance of correct mass for the terminal. */
final class MassBalanceText {
  private MassBalanceText() {}

  static String of(List<MassShift> shifts) {
    return "\nChange of the solve rate by a policy-gradient step of size 1 on A's rollouts, to first"
        + " order (BroRL):\n"
        + TextTable.of(
            List.of(
                "task",
                "A",
                "B",
                "B - A",
                "drawn right",
                "drawn wrong",
                "undrawn",
                "sum",
                "prompts"),
            shifts.stream().map(MassBalanceText::row).toList());
  }

  private static List<String> row(MassShift shift) {
    return List.of(
        shift.pair().task(),
        shift.pair().baselineName(),
        shift.pair().candidateName(),
        signed("%+.3f", shift.observed()),
        signed("%+.5f", shift.drawnRight()),
        signed("%+.5f", shift.drawnWrong()),
        signed("%+.5f", shift.undrawn()),
        signed("%+.5f", shift.total()),
        Integer.toString(shift.prompts()));
  }

  private static String signed(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
