package org.galton.reinforce.page;

import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.galton.reinforce.row.StepCosts;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;

/** What steps and measurements cost: seconds by phase, and floating-point operations. */
final class CostPictures {
  private record Part(String name, String colour, ToDoubleFunction<StepCosts> of) {}

  private static final List<Part> SECONDS =
      List.of(
          new Part("drawing", "var(--d0)", StepCosts::secondsDrawn),
          new Part("judging", "var(--d4)", StepCosts::secondsJudged),
          new Part("learning", "var(--d1)", StepCosts::secondsLearned),
          new Part("storing", "var(--d6)", StepCosts::secondsStored),
          new Part("Spark", "var(--d2)", costs -> costs.secondsSpark().orElse(0)));

  private static final List<Part> OPERATIONS =
      List.of(
          new Part("drawing", "var(--d0)", StepCosts::flopsDrawn),
          new Part("learning", "var(--d1)", StepCosts::flopsLearned));

  /** A line of the table of totals. */
  private record Total(String phase, Double seconds, Double share, Double flops) {}

  private static final Columns<Total> TOTALS =
      Columns.<Total>of()
          .column(Total::phase, label("Phase"))
          .column(Total::seconds, page("Seconds", Figures::decimal))
          .column(Total::share, page("Share, %", Figures::percentNumber))
          .column(Total::flops, page("FLOP", Figures::scientific));

  private CostPictures() {}

  static PictureSection section(
      List<TrainingStepRow> steps, List<TrainingEvaluationRow> evaluations, StepSpans spans) {
    return new PictureSection(
        "cost",
        "What it cost",
        "Seconds on the wall by what they went into, and operations by their count: 2 × parameters × tokens for drawing, prompts once, and 6 × parameters × tokens for learning.",
        List.of(
            stack("Seconds of a step", "seconds", SECONDS, spans, Figures::bits),
            stack(
                "Operations of a step",
                "floating-point operations",
                OPERATIONS,
                spans,
                Figures::scientific)),
        "Measuring is apart from steps. What starting a run, reading files and choosing prompts took, and what steps took that were broken off, is not in the tables, nor is what the start had cost.",
        List.of(totals(steps, evaluations)));
  }

  private static StepPicture stack(
      String title,
      String axis,
      List<Part> parts,
      StepSpans spans,
      Function<Double, String> shown) {
    return new StepStack<>(
            title,
            axis,
            parts.stream()
                .map(
                    part ->
                        new StepStack.Layer<StepSpan>(
                            part.name(),
                            part.colour(),
                            (span, same) -> sum(span.steps(), part) / span.steps().size()))
                .toList(),
            spans.spans(),
            shown,
            "")
        .figures(spans);
  }

  private static double sum(List<TrainingStepRow> steps, Part part) {
    return steps.stream().mapToDouble(row -> part.of().applyAsDouble(row.costs())).sum();
  }

  private static FigureTable totals(
      List<TrainingStepRow> steps, List<TrainingEvaluationRow> evaluations) {
    double measured = evaluations.stream().mapToDouble(TrainingEvaluationRow::seconds).sum();
    double all = seconds(steps) + measured;
    Stream<Total> phases =
        SECONDS.stream()
            .map(
                part ->
                    new Total(
                        part.name(),
                        sum(steps, part),
                        share(sum(steps, part), all),
                        OPERATIONS.stream()
                            .filter(one -> one.name().equals(part.name()))
                            .map(one -> sum(steps, one))
                            .findFirst()
                            .orElse(null)));
    return TOTALS.table(
        "All %s steps and %s measurements; their processors worked for %s s in steps"
            .formatted(
                Figures.count(steps.size()),
                Figures.count(
                    evaluations.stream().map(TrainingEvaluationRow::step).distinct().count()),
                Figures.decimal(steps.stream().mapToDouble(row -> row.costs().cpuSeconds()).sum())),
        Stream.concat(
                phases,
                Stream.of(
                    new Total("measuring", measured, share(measured, all), null),
                    new Total("all", all, share(all, all), flops(steps))))
            .toList());
  }

  private static Double share(double part, double all) {
    return all == 0 ? null : (Double) (part / all);
  }

  private static double flops(List<TrainingStepRow> steps) {
    return OPERATIONS.stream().mapToDouble(part -> sum(steps, part)).sum();
  }

  /** Of all phases of steps. */
  static double seconds(List<TrainingStepRow> steps) {
    return SECONDS.stream().mapToDouble(part -> sum(steps, part)).sum();
  }

  static Duration duration(List<TrainingStepRow> steps, List<TrainingEvaluationRow> evaluations) {
    return Duration.ofMillis(
        Math.round(
            1000
                * (seconds(steps)
                    + evaluations.stream().mapToDouble(TrainingEvaluationRow::seconds).sum())));
  }
}
