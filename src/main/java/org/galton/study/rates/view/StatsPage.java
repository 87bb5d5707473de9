package org.galton.study.rates.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.galton.report.FewPrompts;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.report.VisibleText;
import org.galton.report.sweep.MetricName;
import org.galton.report.sweep.Page;
import org.galton.report.sweep.SweepReport;
import org.galton.statistics.rate.Truncation;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RunRow;

/** The page of the statistics of rollouts that Galton did not draw. */
public final class StatsPage {
  private static final int MOST_NAMED = 3;

  private StatsPage() {}

  public static StudyPage of(
      RunRow run, List<MetricRow> metrics, List<PromptStatisticsRow> prompts) {
    SweepReport figures =
        new SweepReport(run, List.of(), metrics, prompts, List.of(), List.of(), List.of());
    return StudyPage.of(
        "stats",
        run,
        finding(metrics),
        warnings(prompts),
        List.of(new StatsSection(Page.of(figures))));
  }

  /** Of each model pass@1 with its interval, and pass@k for the largest k. */
  private static String finding(List<MetricRow> metrics) {
    List<MetricRow> rates =
        metrics.stream()
            .filter(row -> row.metric().equals("pass@k") && row.value() != null)
            .toList();
    List<String> models = rates.stream().map(MetricRow::model).distinct().toList();
    if (models.isEmpty()) {
      return "No pass rate could be computed.";
    }
    List<String> sentences = new ArrayList<>();
    for (String model : models.subList(0, Math.min(MOST_NAMED, models.size()))) {
      List<MetricRow> own =
          rates.stream()
              .filter(row -> row.model().equals(model))
              .sorted(Comparator.comparing(MetricRow::k))
              .toList();
      sentences.add("%s: %s.".formatted(VisibleText.line(model, 120), rates(own)));
    }
    int more = models.size() - sentences.size();
    if (more > 0) {
      sentences.add("%d more %s below.".formatted(more, more == 1 ? "model" : "models"));
    }
    return String.join(" ", sentences);
  }

  private static String rates(List<MetricRow> byK) {
    MetricRow first = byK.get(0);
    MetricRow last = byK.get(byK.size() - 1);
    String least =
        "%s is %s%s"
            .formatted(
                MetricName.of(first),
                Figures.percent(first.value()),
                Figures.interval(first.ciLow(), first.ciHigh()));
    return byK.size() == 1
        ? least
        : "%s, %s is %s".formatted(least, MetricName.of(last), Figures.percent(last.value()));
  }

  private static List<String> warnings(List<PromptStatisticsRow> prompts) {
    Set<String> warnings = new LinkedHashSet<>();
    List<String> models = prompts.stream().map(PromptStatisticsRow::model).distinct().toList();
    for (String model : models) {
      List<PromptStatisticsRow> own =
          prompts.stream().filter(row -> row.model().equals(model)).toList();
      int families = (int) own.stream().map(PromptStatisticsRow::cluster).distinct().count();
      if (families < own.size()) {
        FewPrompts.ofFamilies(families).ifPresent(warnings::add);
      }
      FewPrompts.warning(OptionalInt.of(own.size())).ifPresent(warnings::add);
      Truncation.of(
              own.stream().mapToLong(PromptStatisticsRow::truncated).sum(),
              own.stream().mapToLong(PromptStatisticsRow::n).sum())
          .filter(cut -> cut.alarm() != Truncation.Alarm.OK)
          .map(
              cut ->
                  "%s: %s of the rollouts were cut off: the figures say as much about the token limit as about the model."
                      .formatted(VisibleText.line(model, 120), Figures.percent(cut.rate())))
          .ifPresent(warnings::add);
    }
    return List.copyOf(warnings);
  }
}
