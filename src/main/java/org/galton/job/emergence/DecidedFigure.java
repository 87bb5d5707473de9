package org.galton.job.emergence;

import java.util.Locale;
import org.galton.emergence.Statistic;
import org.galton.table.EmergenceGroupRow;

/**
 * A figure of one group, and what is decided about it among the groups of its condition.
 *
 * @param confirmed null where it was not tested
 * @param qValue null where it was not tested
 * @param significant null where there is no decision
 * @param reason why there is no p or no decision; null where there are both
 */
record DecidedFigure(
    UnitSummary unit,
    Statistic statistic,
    Figure figure,
    Confirmation confirmed,
    Double qValue,
    Boolean significant,
    String reason) {

  /**
   * A figure beside all its surrogates.
   *
   * @param surrogates the first ones and those of every escalation
   */
  record Confirmation(int surrogates, int exceedances) {
    double pValue() {
      return (1.0 + exceedances) / (1.0 + surrogates);
    }
  }

  boolean isTested() {
    return confirmed != null;
  }

  /** The p-value of this group looked at alone. */
  double alone() {
    return figure.surrogates().pValue();
  }

  EmergenceGroupRow row(String runId) {
    GroupKey group = unit.key().group();
    GroupFacts facts = unit.facts();
    Figure.Surrogates tested = figure.surrogates();
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
        tested == null ? null : confirmed.surrogates(),
        tested == null ? null : confirmed.pValue(),
        qValue,
        significant,
        reason);
  }
}
