package org.galton.report;

import java.util.List;
import org.galton.table.LandscapeRow;

/** What states, tests and verdicts are called before readers. */
final class BalanceNames {
  private static final int LONGEST_STATE = 40;

  private BalanceNames() {}

  static String state(String name) {
    return name.isEmpty() ? "(empty)" : VisibleText.line(name, LONGEST_STATE);
  }

  /** What a potential or an action must be printed with. */
  static String rule(LandscapeRow row) {
    return "N0 %s, kernel %s".formatted(row.n0Mode(), row.kernel());
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
