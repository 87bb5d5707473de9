package org.galton.job.emergence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.galton.table.EmergenceConditionRow;

/**
 * What may be said of one figure of a condition: which null models it survives. It survives one
 * where the combined p of Stouffer, to which every group contributes, is at most the level.
 *
 * @param rows of one statistic of one condition and window, one for each null model
 */
public record EmergenceClaim(List<EmergenceConditionRow> rows, double level) {
  private static final Set<String> DIAGNOSTICS =
      Set.of("capacity", "capacity_max", "s_macro", "i3", "g3");

  /** Of the three diagnostics in every condition; none where nothing was compared with a null. */
  static List<EmergenceClaim> of(List<EmergenceConditionRow> rows, double level) {
    Map<List<Object>, List<EmergenceConditionRow>> byFigure = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.nullModel() != null && isDiagnostic(row))
        .forEach(
            row -> {
              List<Object> figure = new ArrayList<>();
              figure.add(row.experiment());
              figure.add(row.condition());
              figure.add(row.firstRounds());
              figure.add(row.statistic());
              figure.add(row.measure());
              byFigure.computeIfAbsent(figure, f -> new ArrayList<>()).add(row);
            });
    return byFigure.values().stream().map(found -> new EmergenceClaim(found, level)).toList();
  }

  /** Whether a row is of one of the figures that claims are made about. */
  public static boolean isDiagnostic(EmergenceConditionRow row) {
    return DIAGNOSTICS.contains(row.statistic());
  }

  /** The claim as one plain sentence. */
  public String sentence() {
    List<String> survived = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    List<String> untested = new ArrayList<>();
    for (EmergenceConditionRow row : rows) {
      if (row.stoufferPValue() == null) {
        untested.add(row.nullModel());
      } else {
        (row.stoufferPValue() <= level ? survived : failed).add(named(row));
      }
    }
    return "%s: %s %s%s.".formatted(subject(), title(), verdict(survived, failed), rest(untested));
  }

  private String subject() {
    EmergenceConditionRow row = rows.get(0);
    String rounds =
        row.firstRounds() == null ? "" : ", first %d rounds".formatted(row.firstRounds());
    return row.condition() + rounds;
  }

  private String title() {
    EmergenceConditionRow row = rows.get(0);
    return switch (row.statistic()) {
      case "capacity" -> "synergy of the median pair (capacity, %s)".formatted(row.measure());
      case "capacity_max" ->
          "synergy of the strongest pair (capacity_max, %s)".formatted(row.measure());
      case "s_macro" -> "the whole foretelling itself better than its parts do (s_macro)";
      case "i3" -> "what three agents say about the whole (i3)";
      default -> "what a third agent adds to two (%s)".formatted(row.statistic());
    };
  }

  private static String verdict(List<String> survived, List<String> failed) {
    if (survived.isEmpty() && failed.isEmpty()) {
      return "could not be tested";
    }
    if (failed.isEmpty()) {
      return "survives " + String.join(" and ", survived);
    }
    return survived.isEmpty()
        ? "does not survive " + String.join(" or ", failed)
        : "survives %s, but not %s"
            .formatted(String.join(" and ", survived), String.join(" or ", failed));
  }

  private static String rest(List<String> untested) {
    return untested.isEmpty()
        ? ""
        : "; no group could be tested against " + String.join(", ", untested);
  }

  private static String named(EmergenceConditionRow row) {
    return String.format(
        Locale.ROOT,
        "%s (p %s, %d groups)",
        row.nullModel(),
        row.stoufferPValue() < 1e-4
            ? String.format(Locale.ROOT, "%.1e", row.stoufferPValue())
            : String.format(Locale.ROOT, "%.4f", row.stoufferPValue()),
        row.groups());
  }
}
