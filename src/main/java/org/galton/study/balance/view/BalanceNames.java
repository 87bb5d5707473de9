package org.galton.study.balance.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.balance.row.LandscapeRow;

/** What states, tests and verdicts are called before readers. */
final class BalanceNames {
  private static final int LONGEST_STATE = 40;

  private BalanceNames() {}

  static String state(String name) {
    if (name.isEmpty()) {
      return "(empty)";
    }
    int[] start = name.codePoints().limit(LONGEST_STATE).toArray();
    String shown = new String(start, 0, start.length);
    return VisibleText.line(shown, LONGEST_STATE) + (shown.length() < name.length() ? "…" : "");
  }

  /** What a potential or an action must be printed with. */
  static String rule(LandscapeRow row) {
    return "N0 %s, kernel %s".formatted(row.n0Mode(), row.kernel());
  }

  static String count(long number, String one, String many) {
    return Figures.count(number) + " " + (number == 1 ? one : many);
  }

  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
