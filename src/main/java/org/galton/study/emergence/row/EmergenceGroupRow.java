package org.galton.study.emergence.row;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A row of {@code emergence_groups}; see its schema for the columns. A NULL is null or empty. */
public record EmergenceGroupRow(
    String runId,
    GroupPlace place,
    Integer firstRounds,
    String statistic,
    String measure,
    String nullModel,
    Facts facts,
    OptionalDouble value,
    Trial trial,
    Optional<Boolean> significant,
    Optional<String> reason) {

  /**
   * What is known of a group's window beside its figures.
   *
   * @param flags separated by spaces; null where there are none
   */
  public record Facts(
      String status,
      String flags,
      int agents,
      int rounds,
      int transitions,
      int incompleteRounds,
      int rejectedRounds)
      implements Serializable {}

  /** A figure beside its surrogates. */
  public record Trial(
      OptionalDouble nullMedian,
      OptionalDouble nullQ05,
      OptionalDouble nullQ95,
      OptionalDouble corrected,
      OptionalInt surrogates,
      OptionalInt exceedances,
      OptionalDouble pValue,
      OptionalInt confirmedSurrogates,
      OptionalDouble confirmedPValue,
      OptionalDouble qValue) {
    private static final OptionalDouble ABSENT = OptionalDouble.empty();
    private static final OptionalInt NO_COUNT = OptionalInt.empty();
    public static final Trial NONE =
        new Trial(
            ABSENT, ABSENT, ABSENT, ABSENT, NO_COUNT, NO_COUNT, ABSENT, NO_COUNT, ABSENT, ABSENT);
  }

  /** Whether it is a figure of this kind. */
  public boolean shows(Quantity quantity) {
    return statistic.equals(quantity.label());
  }
}
