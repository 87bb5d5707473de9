package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.console.TextTable;
import org.galton.emergence.Statistic;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.view.EmergenceClaims;

/** What groups of agents show, for the terminal: figures of every condition, then the claims. */
public final class EmergenceText {
  private EmergenceText() {}

  static String of(EmergenceResult result) {
    StringBuilder text = new StringBuilder();
    text.append(heading(result));
    Map<String, List<EmergenceConditionRow>> conditions = new LinkedHashMap<>();
    result.conditions().stream()
        .filter(row -> Statistic.DIAGNOSTICS.contains(row.statistic()))
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
    return row.statistic().equals("success")
        || row.term().equals("synergy x redundancy")
        || row.term().equals("acme");
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
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.analysis() + ", " + row.term(),
                        row.measure() == null ? "" : row.measure(),
                        row.firstRounds() == null ? "all" : row.firstRounds().toString(),
                        row.condition() == null
                            ? "(all)"
                            : row.condition() + " less " + row.baseline(),
                        format("%,d", row.groups()),
                        bits(row.estimate()),
                        bits(row.ciLow()),
                        bits(row.ciHigh()),
                        pValue(row.pValue()),
                        row.status().toLowerCase(Locale.ROOT)))
            .toList());
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
    boolean several =
        result.conditions().stream().map(EmergenceConditionRow::experiment).distinct().count() > 1;
    return (several ? row.experiment() + ", " : "")
        + row.condition()
        + (row.firstRounds() == null ? "" : format(", first %d rounds", row.firstRounds()))
        + (row.groupsEnded() == 0 ? "" : format(" (%,d groups ended before)", row.groupsEnded()));
  }

  private static TextTable table(List<EmergenceConditionRow> rows) {
    if (rows.get(0).nullModel() == null) {
      return TextTable.of(
          List.of("diagnostic", "by", "groups", "value"),
          rows.stream()
              .map(
                  row ->
                      List.of(
                          row.statistic(),
                          row.measure() == null ? "" : row.measure(),
                          format("%,d", row.groups()),
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
    return List.of(
        row.statistic(),
        row.measure() == null ? "" : row.measure(),
        row.nullModel(),
        format("%,d", row.groups()),
        bits(row.valueMean()),
        bits(row.correctedMean()),
        bits(row.correctedMeanLow()),
        bits(row.correctedMeanHigh()),
        row.significantShare() == null ? "NULL" : format("%.1f%%", 100 * row.significantShare()),
        pValue(row.fisherPValue()),
        pValue(row.stoufferPValue()),
        pValue(row.wilcoxonPValue()));
  }

  private static String bits(Double value) {
    // Adding 0 turns a rounded -0.0000 into 0.0000.
    return value == null ? "NULL" : format("%.4f", Math.rint(value * 1e4) / 1e4 + 0.0);
  }

  private static String pValue(Double value) {
    return value == null ? "NULL" : format(value < 1e-4 ? "%.1E" : "%.4f", value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
