package org.galton.study.emergence;

import java.util.Locale;
import org.galton.emergence.Statistic;
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
    GroupKey group = unit.key().group();
    GroupFacts facts = unit.facts();
    GroupFigure.Surrogates tested = figure.surrogates();
    return new EmergenceGroupRow(
        runId,
        GroupKey.shown(group.experiment()),
        GroupKey.shown(group.condition()),
        group.group(),
        unit.key().window().firstRounds(),
        statistic.quantity(),
        statistic.measure().map(m -> m.name().toLowerCase(Locale.ROOT)).orElse(null),
        unit.key().nullModel(),
        facts.status().label(),
        facts.flags(),
        facts.agents(),
        facts.rounds(),
        facts.transitions(),
        facts.incompleteRounds(),
        facts.rejectedRounds(),
        figure.value(),
        tested == null ? null : tested.median(),
        tested == null ? null : tested.low(),
        tested == null ? null : tested.high(),
        tested == null ? null : figure.corrected(),
        tested == null ? null : tested.replicates(),
        tested == null ? null : tested.exceedances(),
        tested == null ? null : tested.pValue(),
        tested == null ? null : confirmed.replicates(),
        tested == null ? null : confirmed.pValue(),
        decision == null ? null : decision.adjusted(),
        significant(),
        reason);
  }
}
