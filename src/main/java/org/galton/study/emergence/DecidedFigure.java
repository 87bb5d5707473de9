package org.galton.study.emergence;

import static org.galton.numerics.Optionals.ofNullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.emergence.Statistic;
import org.galton.emergence.surrogate.Escalation;
import org.galton.emergence.surrogate.Escalation.Decision;
import org.galton.emergence.surrogate.Escalation.Outcome;
import org.galton.emergence.surrogate.Escalation.Trial;
import org.galton.study.emergence.row.EmergenceGroupRow;

/**
 * A figure of one group, and what is decided about it among the groups of its condition.
 *
 * @param confirmed by the first surrogates and those of every escalation; null where it was not
 *     tested
 * @param decision null where it was not tested
 * @param reason why there is no p or no decision; null where there are both
 */
record DecidedFigure(
    UnitSummary unit,
    Statistic statistic,
    GroupFigure figure,
    Trial confirmed,
    Decision decision,
    String reason) {

  /**
   * One statistic of all groups of a condition, decided together.
   *
   * @param place of the statistic
   * @param confirmed of each group at that place; null where it was not tested
   */
  static List<DecidedFigure> of(
      Escalation escalation,
      List<UnitSummary> groups,
      Statistic statistic,
      int place,
      List<Trial> confirmed) {
    List<Trial> family = confirmed.stream().filter(Objects::nonNull).toList();
    Iterator<Decision> decisions = escalation.decisions(family).iterator();
    List<DecidedFigure> decided = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      UnitSummary unit = groups.get(i);
      GroupFigure figure = unit.figures().get(place);
      Trial trial = confirmed.get(i);
      Decision decision = trial == null ? null : decisions.next();
      String reason =
          trial == null ? untested(unit, figure) : undecided(trial, decision, family.size());
      decided.add(new DecidedFigure(unit, statistic, figure, trial, decision, reason));
    }
    return decided;
  }

  private static String undecided(Trial trial, Decision decision, int groups) {
    return decision.outcome() == Outcome.UNDECIDED
        ? String.format(
            Locale.ROOT,
            "none of %,d surrogates reaches the value; among %,d groups they are too few to tell",
            trial.replicates(),
            groups)
        : null;
  }

  private static String untested(UnitSummary unit, GroupFigure figure) {
    if (unit.refusal() != null) {
      return unit.refusal();
    }
    return figure.value() == null ? "the group has no such figure" : "no null model was asked for";
  }

  boolean isTested() {
    return confirmed != null;
  }

  /** Null where there is no decision. */
  Boolean significant() {
    return (decision == null || decision.outcome() == Outcome.UNDECIDED)
        ? null
        : (Boolean) (decision.outcome() == Outcome.SIGNIFICANT);
  }

  /** The p-value of this group looked at alone. */
  double alone() {
    return figure.surrogates().pValue();
  }

  EmergenceGroupRow row(String runId) {
    return new EmergenceGroupRow(
        runId,
        unit.key().group().place(),
        unit.key().window().firstRounds(),
        statistic.quantity(),
        DetailRows.measure(statistic),
        unit.key().nullModel(),
        unit.facts(),
        ofNullable(figure.value()),
        figure.isTested() ? trial() : EmergenceGroupRow.Trial.NONE,
        Optional.ofNullable(significant()),
        Optional.ofNullable(reason));
  }

  private EmergenceGroupRow.Trial trial() {
    GroupFigure.Surrogates tested = figure.surrogates();
    return new EmergenceGroupRow.Trial(
        OptionalDouble.of(tested.median()),
        OptionalDouble.of(tested.low()),
        OptionalDouble.of(tested.high()),
        OptionalDouble.of(figure.corrected()),
        OptionalInt.of(tested.replicates()),
        OptionalInt.of(tested.exceedances()),
        OptionalDouble.of(tested.pValue()),
        OptionalInt.of(confirmed.replicates()),
        OptionalDouble.of(confirmed.pValue()),
        OptionalDouble.of(decision.adjusted()));
  }
}
