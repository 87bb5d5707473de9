package org.galton.study.emergence.view;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.galton.report.Fact;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Center;
import org.galton.study.emergence.row.EmergenceConditionRow.Test;
import org.galton.study.emergence.row.EmergenceConditionRow.Tests;
import org.galton.study.emergence.row.Quantity;

/** A diagnostic over conditions and null models, corrected by the null's median. */
record DiagnosticPicture(String title, Data data, FigureTable table) {
  private static final List<Quantity> DRAWN =
      List.of(Quantity.CAPACITY, Quantity.S_MACRO, Quantity.I3, Quantity.G3);

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
        rows.stream().filter(row -> row.correctedMean().value().isPresent()).toList();
    return DRAWN.stream()
        .flatMap(
            quantity ->
                tested.stream()
                    .filter(row -> row.shows(quantity))
                    .map(EmergenceNames::figure)
                    .distinct()
                    .map(title -> of(title, quantity, tested)))
        .toList();
  }

  private static DiagnosticPicture of(
      String title, Quantity quantity, List<EmergenceConditionRow> tested) {
    List<EmergenceConditionRow> own =
        tested.stream()
            .filter(row -> row.shows(quantity))
            .filter(row -> EmergenceNames.figure(row).equals(title))
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
    return new DiagnosticPicture(title, new Data(conditions, quantity.unit()), table(own, tested));
  }

  private static Line line(EmergenceConditionRow row) {
    Tests tests = row.tests();
    double median = row.chance().nullMedian().orElseThrow();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("value", bits(row.valueMean())));
    facts.add(new Fact("null’s median", Figures.bits(median)));
    facts.add(new Fact("above it", bits(row.correctedMean().value())));
    facts.add(new Fact("groups alone significant", share(tests)));
    tests
        .stouffer()
        .pValue()
        .ifPresent(p -> facts.add(new Fact("Stouffer’s p", Figures.probability(p))));
    facts.add(new Fact("groups", Figures.count(row.groups().value())));
    return new Line(
        row.figure().nullModel(),
        row.correctedMean().value().orElseThrow(),
        orNull(row.correctedMean().low()),
        orNull(row.correctedMean().high()),
        row.chance().nullQ05().orElseThrow() - median,
        row.chance().nullQ95().orElseThrow() - median,
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
    Center mean = row.correctedMean();
    Tests tests = row.tests();
    return List.of(
        EmergenceNames.condition(row, all),
        row.figure().nullModel(),
        Figures.count(row.groups().value()),
        bits(row.valueMean()),
        bits(row.chance().nullMedian()),
        bits(mean.value()),
        mean.low().isEmpty() || mean.high().isEmpty()
            ? "–"
            : bits(mean.low()) + " to " + bits(mean.high()),
        share(tests),
        tests.discoveries().isEmpty() ? "–" : Figures.count(tests.discoveries().getAsInt()),
        probability(tests.stouffer()),
        probability(tests.fisher()),
        probability(tests.wilcoxon()));
  }

  private static String bits(OptionalDouble value) {
    return Figures.bits(value.orElseThrow());
  }

  private static String share(Tests tests) {
    return Figures.percent(tests.significant().share().orElseThrow());
  }

  private static String probability(Test test) {
    return test.pValue().isEmpty() ? "–" : Figures.probability(test.pValue().getAsDouble());
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
