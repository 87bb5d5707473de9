package org.galton.study.emergence.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.Quantity;

/**
 * What the diagnostics claim of each condition, in sentences that name the null models a claim
 * survives: those under which the p of Stouffer, to which every group contributes alike, is at most
 * the run's level.
 */
public final class EmergenceClaims {
  private EmergenceClaims() {}

  /**
   * One sentence for each condition and claim, conditions in their order; none of figures without a
   * null model.
   */
  public static List<String> of(List<EmergenceConditionRow> rows) {
    List<String> sentences = new ArrayList<>();
    conditions(rows)
        .forEach(
            (name, own) ->
                Quantity.DIAGNOSTICS.forEach(
                    diagnostic -> {
                      List<EmergenceConditionRow> tests = tests(own, diagnostic);
                      if (!tests.isEmpty()) {
                        sentences.add(
                            "%s: that %s %s.".formatted(name, diagnostic.claim(), verdict(tests)));
                      }
                    }));
    return sentences;
  }

  /** All rounds, or else the longest of the windows that were looked at. */
  public static List<EmergenceConditionRow> widest(List<EmergenceConditionRow> rows) {
    int most = rows.stream().mapToInt(EmergenceClaims::window).max().orElse(0);
    return rows.stream().filter(row -> window(row) == most).toList();
  }

  /** Whether rows are of several experiments, which must be named. */
  public static boolean several(List<EmergenceConditionRow> rows) {
    return rows.stream().map(row -> row.figure().experiment()).distinct().count() > 1;
  }

  private static int window(EmergenceConditionRow row) {
    return row.figure().firstRounds() == null ? Integer.MAX_VALUE : row.figure().firstRounds();
  }

  private static Map<String, List<EmergenceConditionRow>> conditions(
      List<EmergenceConditionRow> rows) {
    Map<String, List<EmergenceConditionRow>> conditions = new LinkedHashMap<>();
    for (EmergenceConditionRow row : rows) {
      if (row.figure().nullModel() != null) {
        conditions
            .computeIfAbsent(EmergenceNames.condition(row, rows), name -> new ArrayList<>())
            .add(row);
      }
    }
    return conditions;
  }

  /** Which claims survive every null model, by every measure. */
  static String summary(List<EmergenceConditionRow> rows) {
    Map<String, List<String>> survived = new LinkedHashMap<>();
    int tested = 0;
    for (Map.Entry<String, List<EmergenceConditionRow>> condition : conditions(rows).entrySet()) {
      for (Quantity diagnostic : Quantity.DIAGNOSTICS) {
        List<EmergenceConditionRow> tests = tests(condition.getValue(), diagnostic);
        tested += tests.isEmpty() ? 0 : 1;
        if (!tests.isEmpty() && tests.stream().allMatch(EmergenceClaims::survives)) {
          survived
              .computeIfAbsent(condition.getKey(), name -> new ArrayList<>())
              .add(diagnostic.claim());
        }
      }
    }
    if (tested == 0) {
      return "No group could be compared with surrogates.";
    }
    if (survived.isEmpty()) {
      return "None of %d claims survives all of its nulls.".formatted(tested);
    }
    List<String> parts = new ArrayList<>();
    survived.forEach((name, claims) -> parts.add(name + ": " + names(claims)));
    return "Survives all nulls, of %d claims. %s.".formatted(tested, String.join("; ", parts));
  }

  private static List<EmergenceConditionRow> tests(
      List<EmergenceConditionRow> condition, Quantity diagnostic) {
    return condition.stream().filter(row -> row.shows(diagnostic)).toList();
  }

  static boolean survives(EmergenceConditionRow row) {
    return row.survives(row.level());
  }

  private static String verdict(List<EmergenceConditionRow> tests) {
    if (tests.stream().allMatch(row -> row.groups().value() == 0)) {
      return "could not be tested: no group has figures";
    }
    Map<String, List<String>> survived = new LinkedHashMap<>();
    Map<String, List<String>> failed = new LinkedHashMap<>();
    for (EmergenceConditionRow row : tests) {
      (survives(row) ? survived : failed)
          .computeIfAbsent(row.figure().nullModel(), name -> new ArrayList<>())
          .add(row.figure().measure());
    }
    List<String> against = failed.keySet().stream().filter(m -> !survived.containsKey(m)).toList();
    if (survived.isEmpty()) {
      return "fails every null (" + names(against) + ")";
    }
    List<String> parts = new ArrayList<>();
    survived.forEach(
        (model, measures) ->
            parts.add(
                failed.containsKey(model) ? model + " by " + names(measures) + " only" : model));
    return (against.isEmpty() ? "" : "fails " + names(against) + ", ") + "survives " + names(parts);
  }

  private static String names(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
