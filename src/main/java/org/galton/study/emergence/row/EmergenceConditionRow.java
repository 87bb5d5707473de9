package org.galton.study.emergence.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A row of {@code emergence_conditions}; see its schema for the columns. A NULL is null or empty.
 */
public record EmergenceConditionRow(
    String runId,
    Figure figure,
    Groups groups,
    OptionalInt fewestAgents,
    OptionalInt mostAgents,
    OptionalDouble valueMean,
    Chance chance,
    Center correctedMean,
    Center correctedMedian,
    double level,
    Tests tests,
    Optional<String> flags) {

  /** A figure of a condition beside one null model. */
  public record Figure(
      String experiment,
      String condition,
      Integer firstRounds,
      String statistic,
      String measure,
      String nullModel) {}

  /**
   * Numbers of groups.
   *
   * @param value those used
   */
  public record Groups(int value, int leftOut, int ended) {}

  /** Quantiles of surrogates, means over groups. */
  public record Chance(OptionalDouble nullMedian, OptionalDouble nullQ05, OptionalDouble nullQ95) {
    public static final Chance NONE =
        new Chance(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** A mean or median over groups with its interval. */
  public record Center(OptionalDouble value, OptionalDouble low, OptionalDouble high) {}

  /** Whether the groups show more than chance. */
  public record Tests(
      Significant significant, OptionalInt discoveries, Test fisher, Test stouffer, Test wilcoxon) {
    public static final Tests NONE =
        new Tests(Significant.NONE, OptionalInt.empty(), Test.NONE, Test.NONE, Test.NONE);
  }

  /**
   * Groups that are significant alone.
   *
   * @param value their number
   */
  public record Significant(
      OptionalInt value, OptionalDouble share, OptionalDouble low, OptionalDouble high) {
    static final Significant NONE =
        new Significant(
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
  }

  /**
   * A test over groups.
   *
   * @param value its statistic
   */
  public record Test(OptionalDouble value, OptionalDouble pValue) {
    static final Test NONE = new Test(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Whether it is a figure of this kind. */
  public boolean shows(Quantity quantity) {
    return figure.statistic().equals(quantity.label());
  }

  /** Whether the claim survives the null model: Stouffer's p is at most a level. */
  public boolean survives(double atLevel) {
    OptionalDouble p = tests.stouffer().pValue();
    return p.isPresent() && p.getAsDouble() <= atLevel;
  }
}
