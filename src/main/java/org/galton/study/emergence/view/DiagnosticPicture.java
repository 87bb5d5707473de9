package org.galton.study.emergence.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.report.Fact;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.study.emergence.row.EmergenceConditionRow;

/** A diagnostic over conditions and null models, corrected by the null's median. */
record DiagnosticPicture(String title, Data data, FigureTable table) {
  private static final List<String> DRAWN = List.of("capacity", "s_macro", "i3", "g3");

  /** What the script draws. */
  record Data(List<Condition> conditions, String unit) {}

  record Condition(String name, List<Line> nulls) {}

  /**
   * @param low of the mean's 95 % interval; null as the other ends where there is none
   * @param nullLow 5 % quantile of single groups' surrogates less their median, mean over groups
   */
  record Line(
      String label,
      double value,
      Double low,
      Double high,
      Double nullLow,
      Double nullHigh,
      boolean survives,
      List<Fact> facts) {}

  /** Of one window; the four diagnostics, each measure by itself. */
  static List<DiagnosticPicture> of(List<EmergenceConditionRow> rows) {
    List<EmergenceConditionRow> tested =
        rows.stream().filter(row -> row.correctedMean() != null).toList();
    return DRAWN.stream()
        .flatMap(
            statistic ->
                tested.stream()
                    .filter(row -> row.statistic().equals(statistic))
                    .map(row -> EmergenceNames.figure(statistic, row.measure()))
                    .distinct()
                    .map(title -> of(title, statistic, tested)))
        .toList();
  }

  private static DiagnosticPicture of(
      String title, String statistic, List<EmergenceConditionRow> tested) {
    List<EmergenceConditionRow> own =
        tested.stream()
            .filter(row -> row.statistic().equals(statistic))
            .filter(row -> EmergenceNames.figure(statistic, row.measure()).equals(title))
            .toList();
    List<Condition> conditions =
        own.stream()
            .map(row -> EmergenceNames.condition(row, tested))
            .distinct()
            .map(
                name ->
                    new Condition(
                        name,
                        own.stream()
                            .filter(row -> EmergenceNames.condition(row, tested).equals(name))
                            .map(DiagnosticPicture::line)
                            .toList()))
            .toList();
    return new DiagnosticPicture(
        title, new Data(conditions, EmergenceNames.unit(statistic)), table(own, tested));
  }

  private static Line line(EmergenceConditionRow row) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("value", Figures.bits(row.valueMean())));
    facts.add(new Fact("null’s median", Figures.bits(row.nullMedian())));
    facts.add(new Fact("above it", Figures.bits(row.correctedMean())));
    facts.add(new Fact("groups alone significant", Figures.percent(row.significantShare())));
    if (row.stoufferPValue() != null) {
      facts.add(new Fact("Stouffer’s p", Figures.probability(row.stoufferPValue())));
    }
    facts.add(new Fact("groups", Figures.count(row.groups())));
    return new Line(
        row.nullModel(),
        row.correctedMean(),
        row.correctedMeanLow(),
        row.correctedMeanHigh(),
        row.nullQ05() - row.nullMedian(),
        row.nullQ95() - row.nullMedian(),
        EmergenceClaims.survives(row),
        facts);
  }

  private static FigureTable table(
      List<EmergenceConditionRow> own, List<EmergenceConditionRow> all) {
    return new FigureTable(
        "Means over groups; p of no effect over all groups",
        List.of(
            "Condition",
            "Null",
            "Groups",
            "Value",
            "Null’s median",
            "Above it",
            "95\u202f% interval",
            "Groups alone significant",
            "After Benjamini-Hochberg",
            "Stouffer p",
            "Fisher p",
            "Wilcoxon p"),
        own.stream().map(row -> cells(row, all)).toList());
  }

  private static List<String> cells(EmergenceConditionRow row, List<EmergenceConditionRow> all) {
    return List.of(
        EmergenceNames.condition(row, all),
        row.nullModel(),
        Figures.count(row.groups()),
        Figures.bits(row.valueMean()),
        Figures.bits(row.nullMedian()),
        Figures.bits(row.correctedMean()),
        row.correctedMeanLow() == null || row.correctedMeanHigh() == null
            ? "–"
            : Figures.bits(row.correctedMeanLow()) + " to " + Figures.bits(row.correctedMeanHigh()),
        Figures.percent(row.significantShare()),
        row.discoveries() == null ? "–" : Figures.count(row.discoveries()),
        probability(row.stoufferPValue()),
        probability(row.fisherPValue()),
        probability(row.wilcoxonPValue()));
  }

  private static String probability(Double p) {
    return p == null ? "–" : Figures.probability(p);
  }

  public String alternative() {
    return title
        + " above its surrogates: "
        + data.conditions().stream()
            .map(
                condition ->
                    condition.name()
                        + " "
                        + condition.nulls().stream()
                            .map(line -> line.label() + " " + Figures.bits(line.value()))
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
