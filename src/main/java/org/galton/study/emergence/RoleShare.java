package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;
import org.galton.statistics.error.RateInterval;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;

/**
 * In how many groups of a condition agents play roles of their own: levels or slopes that differ,
 * after Holm's correction for looking at both.
 *
 * @param firstRounds null for all rounds
 * @param groups in which it could be tested
 * @param differentiated with a p at most the level
 * @param interval of their share, Wilson's at 95 %; empty without groups
 */
public record RoleShare(
    String experiment,
    String condition,
    Integer firstRounds,
    int groups,
    int differentiated,
    Optional<Interval> interval) {
  private static final double CONFIDENCE = 0.95;

  static List<RoleShare> of(List<EmergenceDifferentiationRow> rows, double level) {
    Map<List<Object>, List<EmergenceDifferentiationRow>> conditions = new LinkedHashMap<>();
    for (EmergenceDifferentiationRow row : rows) {
      List<Object> key =
          new ArrayList<>(List.of(row.place().experiment(), row.place().condition()));
      key.add(row.firstRounds());
      conditions.computeIfAbsent(key, same -> new ArrayList<>()).add(row);
    }
    return conditions.values().stream().map(found -> share(found, level)).toList();
  }

  private static RoleShare share(List<EmergenceDifferentiationRow> rows, double level) {
    List<Double> tested =
        rows.stream()
            .map(EmergenceDifferentiationRow::eitherPValue)
            .filter(p -> p != null)
            .toList();
    int differentiated = (int) tested.stream().filter(p -> p <= level).count();
    EmergenceDifferentiationRow first = rows.get(0);
    return new RoleShare(
        first.place().experiment(),
        first.place().condition(),
        first.firstRounds(),
        tested.size(),
        differentiated,
        RateInterval.WILSON.of(new Tally(tested.size(), differentiated), CONFIDENCE));
  }

  /** As one plain sentence. */
  public String sentence() {
    String subject =
        condition + (firstRounds == null ? "" : ", first %d rounds".formatted(firstRounds));
    return interval
        .map(
            found ->
                String.format(
                    Locale.ROOT,
                    "%s: agents differ in level or trend in %,d of %,d groups (95 %% interval %.1f"
                        + " to %.1f %%), taking rounds as independent: agents that persist differ"
                        + " so by chance.",
                    subject,
                    differentiated,
                    groups,
                    100 * found.low(),
                    100 * found.high()))
        .orElseGet(() -> subject + ": no group is large enough to tell whether agents differ.");
  }
}
