package org.galton.study.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.console.TextTable;
import org.galton.job.figure.Figure;
import org.galton.job.figure.ModelStatistics;
import org.galton.report.FewPrompts;
import org.galton.statistics.Estimate;
import org.galton.statistics.rate.Truncation;

/** One model's figures for the terminal: a row each, with standard error and 95 % interval. */
final class StatsTable {
  private StatsTable() {}

  static String heading(ModelStatistics model) {
    String name = model.model().isEmpty() ? "" : model.model() + ": ";
    String families =
        model.clusters().isPresent()
            ? String.format(Locale.ROOT, " in %,d families", model.clusters().getAsInt())
            : "";
    return String.format(
        Locale.ROOT,
        "%s%,d prompts%s, %,d rollouts",
        name,
        model.prompts(),
        families,
        model.rollouts());
  }

  static TextTable of(ModelStatistics model) {
    return TextTable.of(
        List.of("metric", "value", "standard error", "low", "high", "prompts", "short"),
        model.figures().stream().map(StatsTable::row).toList());
  }

  private static List<String> row(Figure figure) {
    Estimate estimate = figure.estimate();
    return List.of(
        figure.title(),
        cell(estimate.value()),
        cell(estimate.standardError()),
        cell(estimate.low()),
        cell(estimate.high()),
        Integer.toString(estimate.prompts()),
        Integer.toString(estimate.promptsShort()));
  }

  private static String cell(OptionalDouble value) {
    return value.isEmpty() ? "NULL" : String.format(Locale.ROOT, "%.4f", value.getAsDouble());
  }

  /** Why the intervals are not to be trusted, as far as the counts show it. */
  static List<String> warnings(ModelStatistics model) {
    List<String> warnings = new ArrayList<>();
    if (model.clusters().isPresent()) {
      FewPrompts.ofFamilies(model.clusters().getAsInt()).ifPresent(warnings::add);
    }
    FewPrompts.warning(OptionalInt.of(model.prompts())).ifPresent(warnings::add);
    int half = model.plan().rollouts() / 2;
    if (model.figures().stream()
        .anyMatch(f -> f.metric().equals("pass@k") && f.k() > Math.max(1, half))) {
      warnings.add(
          "pass@k above k = %d, half of the rollouts, varies much: one prompt's value is nearly 0 or 1."
              .formatted(half));
    }
    model
        .truncation()
        .filter(truncation -> truncation.alarm() != Truncation.Alarm.OK)
        .ifPresent(truncation -> warnings.add(warning(truncation)));
    if (model.overruled() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%,d rollouts that were cut off are judged right and count as wrong;"
                  + " --truncated judged counts them as given.",
              model.overruled()));
    }
    if (model.contradicted() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%,d answers were judged right in one rollout and wrong in another of the same"
                  + " prompt: each counts as two answers in votes and entropy; look at the judge.",
              model.contradicted()));
    }
    if (model.allTruncated() > 0) {
      warnings.add(
          "All rollouts of %d prompts were cut off: nothing was decided there."
              .formatted(model.allTruncated()));
    }
    return warnings;
  }

  private static String warning(Truncation truncation) {
    return String.format(
        Locale.ROOT,
        "%.1f %% of the rollouts were cut off (95 %% interval %.1f to %.1f %%): the figures say as"
            + " much about the token limit as about the model.",
        100 * truncation.rate(),
        100 * truncation.interval().low(),
        100 * truncation.interval().high());
  }
}
