package org.galton.job.emergence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.job.emergence.DecidedFigure.Confirmation;

/** How many surrogates each figure was compared with by now, and how many reached it. */
final class Confirmations {
  private final Map<UnitKey, Confirmation[]> byUnit = new HashMap<>();

  /** Those of the first surrogates. */
  Confirmations(List<UnitSummary> units) {
    for (UnitSummary unit : units) {
      byUnit.put(
          unit.key(),
          unit.figures().stream()
              .map(Figure::surrogates)
              .map(
                  one -> one == null ? null : new Confirmation(one.replicates(), one.exceedances()))
              .toArray(Confirmation[]::new));
    }
  }

  /** Null where the figure was not tested. */
  Confirmation of(UnitSummary unit, int statistic) {
    return byUnit.get(unit.key())[statistic];
  }
}
