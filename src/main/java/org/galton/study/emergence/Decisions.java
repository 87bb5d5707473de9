package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.galton.emergence.Statistic;
import org.galton.emergence.surrogate.Escalation;
import org.galton.emergence.surrogate.Escalation.Decision;
import org.galton.emergence.surrogate.Escalation.Outcome;
import org.galton.emergence.surrogate.Escalation.Trial;

/** Decides about one statistic of all groups of a condition together. */
record Decisions(Escalation escalation) {

  /**
   * @param place of the statistic
   * @param confirmed of each group at that place; null where it was not tested
   */
  List<DecidedFigure> of(
      List<UnitSummary> groups, Statistic statistic, int place, List<Trial> confirmed) {
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
}
