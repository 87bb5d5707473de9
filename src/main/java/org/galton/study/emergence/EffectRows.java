package org.galton.study.emergence;

import static org.galton.numerics.Optionals.orNull;

import java.util.Locale;
import org.galton.emergence.Statistic;
import org.galton.statistics.test.TestResult;
import org.galton.study.emergence.row.EmergenceEffectRow;

/** Makes rows of effects. */
record EffectRows(String runId) {

  /**
   * What an effect is about.
   *
   * @param firstRounds null for all rounds
   * @param measure null where the statistic needs none
   * @param nullModel null for raw figures
   * @param baseline null where all conditions are in one regression, and so condition
   */
  record Subject(
      String experiment,
      String analysis,
      Integer firstRounds,
      String statistic,
      String measure,
      String nullModel,
      String baseline,
      String condition) {

    static String measure(Statistic statistic) {
      return statistic.measure().map(m -> m.name().toLowerCase(Locale.ROOT)).orElse(null);
    }
  }

  /**
   * An estimate; null for what there is none of.
   *
   * @param weights of the groups in a regression
   */
  record Numbers(
      Double estimate,
      Double standardError,
      Double low,
      Double high,
      Double oddsRatio,
      Double pValue,
      String weights) {
    static final Numbers NONE = new Numbers(null, null, null, null, null, null, null);
  }

  EmergenceEffectRow difference(Subject subject, TestResult test, int leftOut) {
    Numbers numbers =
        new Numbers(orNull(test.statistic()), null, null, null, null, orNull(test.pValue()), null);
    return row(
        subject,
        "difference",
        test.values(),
        leftOut,
        numbers,
        test.status().name(),
        test.reason().orElse(null));
  }

  EmergenceEffectRow row(
      Subject subject,
      String term,
      int groups,
      int leftOut,
      Numbers numbers,
      String status,
      String reason) {
    return new EmergenceEffectRow(
        runId,
        GroupKey.shown(subject.experiment()),
        subject.analysis(),
        subject.firstRounds(),
        subject.statistic(),
        subject.measure(),
        subject.nullModel(),
        subject.baseline(),
        subject.condition(),
        term,
        groups,
        leftOut,
        numbers.estimate(),
        numbers.standardError(),
        numbers.low(),
        numbers.high(),
        numbers.oddsRatio(),
        numbers.pValue(),
        numbers.weights(),
        status,
        reason);
  }
}
