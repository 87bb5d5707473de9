package org.galton.study.rates;

import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.text;
import static org.galton.report.Figures.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.galton.job.figure.Figure;
import org.galton.job.figure.ModelStatistics;
import org.galton.report.Columns;
import org.galton.report.FewPrompts;
import org.galton.statistics.rate.Truncation;

/** One model's figures: a row each, with standard error and 95 % interval. */
final class StatsTable {
  static final Columns<Figure> FIGURES =
      Columns.<Figure>of()
          .column(Figure::title, text("metric"))
          .column(Figure::metric, json("metric"))
          .column(Figure::k, json("k"))
          .column(figure -> figure.estimate().value(), json("value"), text("value", "%.4f"))
          .column(
              figure -> figure.estimate().standardError(),
              json("standard_error"),
              text("standard error", "%.4f"))
          .column(figure -> figure.estimate().low(), json("ci_low"), text("low", "%.4f"))
          .column(figure -> figure.estimate().high(), json("ci_high"), text("high", "%.4f"))
          .column(figure -> figure.estimate().prompts(), json("prompts"), text("prompts"))
          .column(figure -> figure.estimate().promptsShort(), json("prompts_short"), text("short"))
          .column(Figure::method, json("method"));

  private StatsTable() {}

  static String heading(ModelStatistics model) {
    String name = model.model().isEmpty() ? "" : model.model() + ": ";
    String families =
        model.clusters().isPresent() ? format(" in %,d families", model.clusters().getAsInt()) : "";
    return format(
        "%s%,d prompts%s, %,d rollouts", name, model.prompts(), families, model.rollouts());
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
          format(
              "%,d rollouts that were cut off are judged right and count as wrong;"
                  + " --truncated judged counts them as given.",
              model.overruled()));
    }
    if (model.contradicted() > 0) {
      warnings.add(
          format(
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
    return format(
        "%.1f %% of the rollouts were cut off (95 %% interval %.1f to %.1f %%): the figures say as"
            + " much about the token limit as about the model.",
        100 * truncation.rate(),
        100 * truncation.interval().low(),
        100 * truncation.interval().high());
  }
}
