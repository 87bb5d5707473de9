package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.galton.console.TextTable;
import org.galton.emergence.mediation.MediationEffect;
import org.galton.emergence.performance.PerformanceModel;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Center;
import org.galton.study.emergence.row.EmergenceConditionRow.Figure;
import org.galton.study.emergence.row.EmergenceConditionRow.Tests;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceEffectRow.Numbers;
import org.galton.study.emergence.row.EmergenceEffectRow.Subject;
import org.galton.study.emergence.row.Quantity;
import org.galton.study.emergence.view.EmergenceClaims;

/** What groups of agents show, for the terminal: figures of every condition, then the claims. */
public final class EmergenceText {
  private static final String MISSING = "NULL";

  private EmergenceText() {}

  static String of(EmergenceResult result) {
    StringBuilder text = new StringBuilder();
    text.append(heading(result));
    Map<String, List<EmergenceConditionRow>> conditions = new LinkedHashMap<>();
    result.conditions().stream()
        .filter(row -> Quantity.of(row.figure().statistic()).isDiagnostic())
        .forEach(
            row ->
                conditions
                    .computeIfAbsent(condition(result, row), title -> new ArrayList<>())
                    .add(row));
    conditions.forEach(
        (title, rows) -> text.append('\n').append(title).append(":\n").append(table(rows)));
    text.append(claims(result.conditions()));
    if (!result.roles().isEmpty()) {
      text.append('\n');
      result.roles().forEach(share -> text.append(share.sentence()).append('\n'));
    }
    List<EmergenceEffectRow> effects =
        result.effects().stream().filter(EmergenceText::isShown).toList();
    if (!effects.isEmpty()) {
      text.append('\n').append(effects(effects));
    }
    return text.toString();
  }

  /** What a sweep of games says before it names its report. */
  public static String ofSweep(EmergenceResult result) {
    return heading(result) + claims(EmergenceClaims.widest(result.conditions()));
  }

  private static String claims(List<EmergenceConditionRow> rows) {
    List<String> claims = EmergenceClaims.of(rows);
    return claims.isEmpty() ? "" : "\n" + String.join("\n", claims) + "\n";
  }

  /** What is about success; contrasts of figures are in the tables. */
  private static boolean isShown(EmergenceEffectRow row) {
    return row.subject().statistic().equals(Subject.SUCCESS)
        || row.term().equals(PerformanceModel.INTERACTION)
        || row.term().equals(MediationEffect.ACME.label());
  }

  private static TextTable effects(List<EmergenceEffectRow> rows) {
    return TextTable.of(
        List.of(
            "success by",
            "measure",
            "rounds",
            "conditions",
            "groups",
            "estimate",
            "low",
            "high",
            "p",
            "status"),
        rows.stream().map(EmergenceText::row).toList());
  }

  private static List<String> row(EmergenceEffectRow row) {
    Subject subject = row.subject();
    Numbers numbers = row.numbers();
    return List.of(
        subject.analysis() + ", " + row.term(),
        orBlank(subject.measure()),
        rounds(subject.firstRounds()),
        subject.condition() == null ? "(all)" : subject.condition() + " less " + subject.baseline(),
        format("%,d", row.groups()),
        bits(numbers.estimate()),
        bits(numbers.ciLow()),
        bits(numbers.ciHigh()),
        pValue(numbers.pValue()),
        row.status().toLowerCase(Locale.ROOT));
  }

  private static String heading(EmergenceResult result) {
    String statuses =
        result.statuses().entrySet().stream()
            .map(one -> format("%,d %s", one.getValue(), one.getKey()))
            .collect(Collectors.joining(", "));
    String nulls =
        result.request().settings().nulls().isEmpty()
            ? ""
            : format(
                ", bits beside %,d surrogates of each null model",
                result.request().settings().surrogates());
    return format(
        "%s: %,d groups (%s)%s\n", result.request().input(), result.groups(), statuses, nulls);
  }

  private static String condition(EmergenceResult result, EmergenceConditionRow row) {
    Figure figure = row.figure();
    int ended = row.groups().ended();
    return (EmergenceClaims.several(result.conditions()) ? figure.experiment() + ", " : "")
        + figure.condition()
        + (figure.firstRounds() == null ? "" : format(", first %d rounds", figure.firstRounds()))
        + (ended == 0 ? "" : format(" (%,d groups ended before)", ended));
  }

  private static TextTable table(List<EmergenceConditionRow> rows) {
    if (rows.get(0).figure().nullModel() == null) {
      return TextTable.of(
          List.of("diagnostic", "by", "groups", "value"),
          rows.stream()
              .map(
                  row ->
                      List.of(
                          row.figure().statistic(),
                          orBlank(row.figure().measure()),
                          format("%,d", row.groups().value()),
                          bits(row.valueMean())))
              .toList());
    }
    return TextTable.of(
        List.of(
            "diagnostic",
            "by",
            "null",
            "groups",
            "value",
            "corrected",
            "low",
            "high",
            "significant",
            "fisher_p",
            "stouffer_p",
            "wilcoxon_p"),
        rows.stream().map(EmergenceText::row).toList());
  }

  private static List<String> row(EmergenceConditionRow row) {
    Center mean = row.correctedMean();
    Tests tests = row.tests();
    OptionalDouble share = tests.significant().share();
    return List.of(
        row.figure().statistic(),
        orBlank(row.figure().measure()),
        row.figure().nullModel(),
        format("%,d", row.groups().value()),
        bits(row.valueMean()),
        bits(mean.value()),
        bits(mean.low()),
        bits(mean.high()),
        share.isEmpty() ? MISSING : format("%.1f%%", 100 * share.getAsDouble()),
        pValue(tests.fisher().pValue()),
        pValue(tests.stouffer().pValue()),
        pValue(tests.wilcoxon().pValue()));
  }

  static String orBlank(String name) {
    return name == null ? "" : name;
  }

  static String rounds(Integer first) {
    return first == null ? "all" : first.toString();
  }

  static String bits(OptionalDouble value) {
    // Adding 0 turns a rounded -0.0000 into 0.0000.
    return value.isEmpty()
        ? MISSING
        : format("%.4f", Math.rint(value.getAsDouble() * 1e4) / 1e4 + 0.0);
  }

  private static String pValue(OptionalDouble value) {
    return value.isEmpty()
        ? MISSING
        : format(value.getAsDouble() < 1e-4 ? "%.1E" : "%.4f", value.getAsDouble());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
