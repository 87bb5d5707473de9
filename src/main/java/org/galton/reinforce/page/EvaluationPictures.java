package org.galton.reinforce.page;

import static org.galton.numerics.Optionals.orNull;
import static org.galton.report.ColumnFormat.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.galton.reinforce.page.StepPicture.Scale;
import org.galton.reinforce.row.MeasuredRate;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.report.Columns;
import org.galton.report.EvenSample;
import org.galton.report.FewPrompts;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/** The figures of {@code training_evaluations}: pass@1 on prompts that are not trained on. */
final class EvaluationPictures {
  private static final Columns<TrainingEvaluationRow> COLUMNS =
      Columns.<TrainingEvaluationRow>of()
          .column(row -> Integer.toString(row.step()), page("Step"))
          .column(EvaluationPictures::name, page("Prompts of"))
          .column(row -> row.prompts() + " × " + row.rollouts(), page("Prompts × rollouts", n -> n))
          .column(row -> orNull(row.passRate().value()), page("pass@1, %", Figures::percentNumber))
          .interval(
              "95\u202f% interval",
              row -> orNull(row.passRate().low()),
              row -> orNull(row.passRate().high()),
              Figures::percentNumber)
          .column(
              row -> orNull(row.passRateChange().value()), page("Change, points", Figures::points))
          .interval(
              "95\u202f% interval of the change",
              row -> orNull(row.passRateChange().low()),
              row -> orNull(row.passRateChange().high()),
              Figures::points)
          .column(row -> orNull(row.abstentionRate()), page("Abstained, %", Figures::percentNumber))
          .column(
              TrainingEvaluationRow::completionTokensMean, page("Mean tokens", Figures::decimal))
          .column(
              TrainingEvaluationRow::truncatedShare, page("Truncated, %", Figures::percentNumber))
          .column(
              row -> orNull(row.rightAtStart().startRightFallenShare()),
              page("Fallen, %", Figures::percentNumber))
          .column(TrainingEvaluationRow::trainingFlops, page("FLOP so far", Figures::scientific));

  private EvaluationPictures() {}

  static PictureSection section(List<TrainingEvaluationRow> all) {
    List<TrainingEvaluationRow> shown = thinned(all);
    Map<String, List<TrainingEvaluationRow>> series = new LinkedHashMap<>();
    shown.forEach(row -> series.computeIfAbsent(name(row), name -> new ArrayList<>()).add(row));
    return new PictureSection(
        "measured",
        "What it can do on other prompts",
        all.isEmpty()
            ? "Nothing was measured: the spec's evaluate.every says how many steps lie between two measurements."
            : "pass@1 on prompts that are not trained on, and its change since the start on the same prompts.",
        all.isEmpty() ? List.of() : pictures(series),
        all.isEmpty()
            ? ""
            : "Bands: 95\u202f% intervals over prompts. Those of the change are paired by prompt, so that they are the narrower ones and say whether the training gained anything; they hold for one measurement each, not for all of them together. They say nothing about another training from another seed. Fallen: the right completions of the start that are less likely now, as a share of all of these."
                + (shown.size() < all.size()
                    ? " %s of %s measurements are shown, at even distances."
                        .formatted(Figures.count(shown.size()), Figures.count(all.size()))
                    : ""),
        all.isEmpty() ? List.of() : List.of(table(shown)));
  }

  private static List<StepPicture> pictures(Map<String, List<TrainingEvaluationRow>> series) {
    List<StepPicture> pictures = new ArrayList<>();
    pictures.add(picture("pass@1", "pass@1", Scale.SHARE, series, TrainingEvaluationRow::passRate));
    pictures.add(
        picture(
            "Change since the start",
            "percentage points",
            Scale.POINTS,
            series,
            TrainingEvaluationRow::passRateChange));
    if (series.values().stream()
        .flatMap(List::stream)
        .anyMatch(row -> row.abstentionRate().orElse(0) > 0)) {
      pictures.add(
          picture(
              "Abstained",
              "share of the rollouts",
              Scale.SHARE,
              series,
              EvaluationPictures::abstained));
    }
    return List.copyOf(pictures);
  }

  /** The table has no interval of it. */
  private static MeasuredRate abstained(TrainingEvaluationRow row) {
    return new MeasuredRate(
        row.abstentionRate(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** Measured steps at even distances, the first and the last among them. */
  private static List<TrainingEvaluationRow> thinned(List<TrainingEvaluationRow> all) {
    List<Integer> steps = all.stream().map(TrainingEvaluationRow::step).distinct().toList();
    long tasks = all.stream().map(EvaluationPictures::name).distinct().count();
    int most = (int) Math.max(2, StepSpans.MOST / Math.max(1, tasks));
    Set<Integer> kept = Set.copyOf(EvenSample.of(steps, most));
    return all.stream().filter(row -> kept.contains(row.step())).toList();
  }

  private static String name(TrainingEvaluationRow row) {
    return VisibleText.line(row.task() + " " + row.split(), 60);
  }

  private static StepPicture picture(
      String title,
      String axis,
      Scale scale,
      Map<String, List<TrainingEvaluationRow>> series,
      Function<TrainingEvaluationRow, MeasuredRate> figure) {
    List<StepPicture.Line> lines = new ArrayList<>();
    series.forEach(
        (name, rows) ->
            lines.add(
                new StepPicture.Line(
                    name,
                    rows.stream()
                        .filter(row -> figure.apply(row).value().isPresent())
                        .map(row -> at(row.step(), figure.apply(row)))
                        .toList())));
    return new StepPicture(
        title,
        new StepPicture.Lines(axis, scale, lines, List.of()),
        alternative(title, scale, lines),
        "",
        FigureTable.NONE);
  }

  private static StepPicture.At at(int step, MeasuredRate rate) {
    return new StepPicture.At(
        step, step, rate.value().orElseThrow(), orNull(rate.low()), orNull(rate.high()));
  }

  private static String alternative(String title, Scale scale, List<StepPicture.Line> lines) {
    StringBuilder text = new StringBuilder(title + " by step");
    for (StepPicture.Line line : lines) {
      if (!line.points().isEmpty()) {
        StepPicture.At last = line.points().get(line.points().size() - 1);
        text.append("; ")
            .append(line.name())
            .append(" ")
            .append(
                scale == Scale.SHARE
                    ? Figures.percent(last.value())
                    : Figures.points(last.value()) + " points")
            .append(" at step ")
            .append(last.step());
      }
    }
    return text.append(".").toString();
  }

  private static FigureTable table(List<TrainingEvaluationRow> shown) {
    return COLUMNS.table("Measurements", shown);
  }

  /** What the first sentence of the page says; nothing where no step was measured after another. */
  static Optional<String> finding(List<TrainingEvaluationRow> all) {
    int last = all.isEmpty() ? 0 : all.get(all.size() - 1).step();
    return all.stream()
        .filter(row -> row.step() == last && last > 0)
        .filter(row -> row.passRate().value().isPresent())
        .findFirst()
        .map(row -> sentence(row, all));
  }

  private static String sentence(TrainingEvaluationRow row, List<TrainingEvaluationRow> all) {
    MeasuredRate change = row.passRateChange();
    long tasks = all.stream().map(EvaluationPictures::name).distinct().count();
    return "After %s steps pass@1 on %s %s prompts of %s is %s%s%s.%s"
        .formatted(
            Figures.count(row.step()),
            Figures.count(row.prompts()),
            row.split(),
            VisibleText.line(row.task(), 60),
            Figures.percent(row.passRate().value().orElseThrow()),
            Figures.interval(orNull(row.passRate().low()), orNull(row.passRate().high())),
            change.low().isPresent() && change.high().isPresent()
                ? ", %s points since the start (paired by prompt, %s to %s)"
                    .formatted(
                        Figures.points(change.value().orElseThrow()),
                        Figures.points(change.low().getAsDouble()),
                        Figures.points(change.high().getAsDouble()))
                : "",
            tasks > 1 ? " %d more tasks below.".formatted(tasks - 1) : "");
  }

  static Optional<String> fewPrompts(List<TrainingEvaluationRow> all) {
    return FewPrompts.warning(all.stream().mapToInt(TrainingEvaluationRow::prompts).min());
  }
}
