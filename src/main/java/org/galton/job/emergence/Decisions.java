package org.galton.job.emergence;

import java.util.ArrayList;
import java.util.List;
import org.galton.emergence.Statistic;
import org.galton.statistics.BenjaminiHochberg;

/** Decides about one statistic of all groups of a condition together. */
record Decisions(double level) {

  /**
   * @param place of the statistic
   * @param confirmed of each group at that place; null where it was not tested
   */
  List<DecidedFigure> of(
      List<UnitSummary> groups,
      Statistic statistic,
      int place,
      List<DecidedFigure.Confirmation> confirmed) {
    double[] pValues =
        confirmed.stream()
            .filter(one -> one != null)
            .mapToDouble(DecidedFigure.Confirmation::pValue)
            .toArray();
    double[] qValues = BenjaminiHochberg.of(pValues);
    List<DecidedFigure> decided = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < groups.size(); i++) {
      UnitSummary unit = groups.get(i);
      Figure figure = unit.figures().get(place);
      DecidedFigure.Confirmation found = confirmed.get(i);
      if (found == null) {
        decided.add(
            new DecidedFigure(unit, statistic, figure, null, null, null, untested(unit, figure)));
      } else {
        double q = qValues[next++];
        decided.add(new DecidedFigure(unit, statistic, figure, found, q, q <= level, null));
      }
    }
    return decided;
  }

  private static String untested(UnitSummary unit, Figure figure) {
    if (unit.refusal() != null) {
      return unit.refusal();
    }
    return figure.value() == null ? "the group has no such figure" : "no null model was asked for";
  }
}
