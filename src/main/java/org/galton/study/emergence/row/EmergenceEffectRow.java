package org.galton.study.emergence.row;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A row of {@code emergence_effects}; see its schema for the columns. A NULL is null or empty. */
public record EmergenceEffectRow(
    String runId,
    Subject subject,
    String term,
    int groups,
    int groupsLeftOut,
    Numbers numbers,
    String status,
    Optional<String> reason) {

  /** An analysis of conditions. */
  public enum Analysis {
    /** Of a condition less another. */
    CONTRAST,

    /** Success regressed on synergy and redundancy. */
    PERFORMANCE,

    /** Of success through synergy. */
    MEDIATION;

    /** The name in the table. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an effect is about.
   *
   * @param firstRounds null for all rounds
   * @param measure null where the statistic needs none
   * @param nullModel null for raw figures
   * @param baseline null where all conditions are in one regression, and so condition
   */
  public record Subject(
      String experiment,
      String analysis,
      Integer firstRounds,
      String statistic,
      String measure,
      String nullModel,
      String baseline,
      String condition) {
    /** The statistic that is no figure of a group: whether it hit its target. */
    public static final String SUCCESS = "success";
  }

  /**
   * An estimate.
   *
   * @param weights of the groups in a regression
   */
  public record Numbers(
      OptionalDouble estimate,
      OptionalDouble standardError,
      OptionalDouble ciLow,
      OptionalDouble ciHigh,
      OptionalDouble oddsRatio,
      OptionalDouble pValue,
      Optional<String> weights) {
    private static final OptionalDouble ABSENT = OptionalDouble.empty();
    public static final Numbers NONE =
        new Numbers(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, Optional.empty());

    /** Of a difference, which is tested without an interval. */
    public static Numbers difference(OptionalDouble estimate, OptionalDouble pValue) {
      return new Numbers(estimate, ABSENT, ABSENT, ABSENT, ABSENT, pValue, Optional.empty());
    }
  }

  public boolean isOf(Analysis analysis) {
    return subject.analysis().equals(analysis.label());
  }
}
