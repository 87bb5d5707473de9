package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.table.PromptStatisticsRow;

/** How many prompts of a panel have which solve rate c/n, a histogram for each model. */
record SolveRates(String title, List<Histogram> histograms) {
  private static final int TENTHS = 10;

  /** Never, ten steps of a tenth between, always. */
  static final int BARS = TENTHS + 2;

  /**
   * @param model place among the models
   * @param prompts with a verdict on a rollout or more
   * @param counts of prompts: never solved, above 0 and below 10 %, 10 to below 20 %, …, 90 % to
   *     below 100 %, always solved
   */
  record Histogram(int model, int prompts, List<Integer> counts) {
    int never() {
      return counts.get(0);
    }

    int always() {
      return counts.get(BARS - 1);
    }
  }

  static SolveRates of(Panel panel, List<ModelEntry> models, List<PromptStatisticsRow> statistics) {
    List<Histogram> histograms = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      String name = models.get(m).name();
      List<Integer> counts = new ArrayList<>(Collections.nCopies(BARS, 0));
      statistics.stream()
          .filter(row -> panel.holds(row) && row.model().equals(name) && row.n() > 0)
          .map(row -> bar(row.n(), row.correct()))
          .forEach(bar -> counts.set(bar, counts.get(bar) + 1));
      int prompts = counts.stream().mapToInt(Integer::intValue).sum();
      if (prompts > 0) {
        histograms.add(new Histogram(m, prompts, List.copyOf(counts)));
      }
    }
    return new SolveRates(panel.title(), histograms);
  }

  /** Whether there is more than one prompt: a single one is no distribution. */
  boolean spread() {
    return histograms.stream().anyMatch(histogram -> histogram.prompts() > 1);
  }

  private static int bar(int n, int correct) {
    if (correct == 0) {
      return 0;
    }
    // In integers: 3 of 10 is exactly three tenths, whatever 0.3 is in double.
    return correct == n ? BARS - 1 : 1 + (int) ((long) TENTHS * correct / n);
  }

  String alternative(List<ModelEntry> models) {
    return "Prompts of "
        + title
        + " by solve rate: "
        + histograms.stream()
            .map(
                h ->
                    "%s solves %d of %d never and %d always"
                        .formatted(
                            models.get(h.model()).label(), h.never(), h.prompts(), h.always()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  FigureTable table(List<ModelEntry> models) {
    List<String> columns = new ArrayList<>(List.of("Model", "never"));
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      columns.add("%d–%d\u202f%%".formatted(10 * tenth, 10 * tenth + 10));
    }
    columns.add("always");
    return new FigureTable(
        "Prompts by solve rate; a step begins with its first figure and ends below its last",
        columns,
        histograms.stream()
            .map(
                histogram -> {
                  List<String> row = new ArrayList<>();
                  row.add(models.get(histogram.model()).label());
                  histogram.counts().forEach(count -> row.add(Figures.count(count)));
                  return row;
                })
            .toList());
  }
}
