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

  /** The tests in the order of their weight. */
  static int rank(String test) {
    int rank =
        List.of(
                "exact_cycle",
                "kolmogorov",
                "cycle_chi_square",
                "deviance",
                "triangles",
                "triangles_published",
                "entropy_production")
            .indexOf(test);
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  static String count(long number, String one, String many) {
    return Figures.count(number) + " " + (number == 1 ? one : many);
  }

  static String test(String test) {
    return switch (test) {
      case "exact_cycle" -> "Exact cycle test (decides)";
      case "cycle_chi_square" -> "Cycle-rank chi-square";
      case "deviance" -> "Deviance of the binomial model";
      case "triangles" -> "Loops of three: mean of affinity² / variance";
      case "triangles_published" -> "The same with the variance of the published script";
      case "kolmogorov" -> "Kolmogorov’s criterion: largest mismatch";
      case "entropy_production" -> "Entropy production, nats per step (a size, no test)";
      default -> test;
    };
  }

  static String verdict(String verdict) {
    return switch (verdict) {
      case "violated" -> "violated";
      case "not_rejected" -> "not rejected (no proof)";
      case "untestable" -> "untestable (no cycle)";
      default -> verdict;
    };
  }

  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
