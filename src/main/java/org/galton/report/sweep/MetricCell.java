package org.galton.report.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.report.Figures;
import org.galton.table.MetricRow;

/** A figure as the page prints it, with its interval below. */
record MetricCell(String value, String interval) {
  static final MetricCell NONE = new MetricCell("–", "");

  private static final Set<String> NATS = Set.of("answer_entropy", "token_entropy");
  private static final String TOKENS = "completion_tokens";

  /** Half of the last decimal shown: what lies closer to 0 or 100 % looks as if it were there. */
  private static final double SHOWN = 0.0005;

  static MetricCell of(MetricRow row) {
    if (row.value() == null) {
      return new MetricCell("–", missing(row));
    }
    String mark = row.promptsShort() > 0 ? "\u202f†" : "";
    String value = number(row, row.value()) + mark;
    if (row.ciLow() == null || row.ciHigh() == null) {
      return new MetricCell(value, "no interval");
    }
    String low = number(row, row.ciLow());
    String dash = low.startsWith("\u2212") ? " to " : "–";
    return new MetricCell(value, low + dash + number(row, row.ciHigh()));
  }

  /** The unit of a figure, where it is no share. */
  static String unit(String metric) {
    if (NATS.contains(metric)) {
      return "nats";
    }
    return metric.equals(TOKENS) ? "tokens" : "%";
  }

  private static String number(MetricRow row, double value) {
    return switch (unit(row.metric())) {
      case "nats" -> Figures.nats(value);
      case "tokens" -> Figures.decimal(value);
      default -> Figures.percentNumber(value);
    };
  }

  private static String missing(MetricRow row) {
    if (row.promptsShort() == 0) {
      return "nothing scored";
    }
    return row.k() == null ? "undefined" : "too few rollouts";
  }

  /** Why figures are missing, how many prompts one leaves out, where an interval misleads. */
  static List<String> notes(List<MetricRow> rows) {
    Set<String> notes = new LinkedHashSet<>();
    for (MetricRow row : rows) {
      if (row.value() == null) {
        notes.add(whyMissing(row));
        continue;
      }
      if (row.promptsShort() > 0) {
        notes.add(
            row.k() == null
                ? "† prompts for which the figure is undefined are left out of this mean."
                : "† prompts with fewer than k rollouts are left out of this mean.");
      }
      if (row.ciLow() == null || row.ciHigh() == null) {
        notes.add(
            row.prompts() < 2
                ? "No interval: it takes at least two prompts."
                : "No interval: the method gives none.");
      } else {
        notes.addAll(onInterval(row));
      }
    }
    return List.copyOf(notes);
  }

  private static String whyMissing(MetricRow row) {
    return switch (missing(row)) {
      case "nothing scored" -> "– nothing scored: no prompt has a rollout with a verdict.";
      case "undefined" -> "– undefined: no prompt has what the figure is made of, such as answers.";
      default -> "– too few rollouts: every prompt has fewer than k of them.";
    };
  }

  private static List<String> onInterval(MetricRow row) {
    boolean outside = row.ciLow() < -SHOWN || row.ciHigh() > 1 + SHOWN;
    if (unit(row.metric()).equals("%") && outside) {
      return List.of(
          "An interval that leaves 0 to 100 % shows that the normal approximation does not hold"
              + " there.");
    }
    boolean withoutWidth = row.ciLow().equals(row.ciHigh());
    return withoutWidth
        ? List.of(
            "An interval without width means that all prompts agree, not that nothing is"
                + " uncertain.")
        : List.of();
  }
}
