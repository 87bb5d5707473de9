package org.galton.balance.test;

import java.util.OptionalDouble;
import org.galton.numerics.ChiSquare;
import org.galton.numerics.Expect;

/**
 * How well a potential explains the moves, compared with a chi-square distribution.
 *
 * @param pairs of states that took part
 * @param dof independent cycles of these pairs
 * @param statistic chi-square or deviance; absent without cycles, where any moves fit
 * @param pValue of a statistic as large or larger; absent without cycles: untestable, not balanced
 */
public record BalanceFit(int pairs, int dof, OptionalDouble statistic, OptionalDouble pValue) {

  static BalanceFit of(int pairs, int dof, double statistic) {
    if (dof == 0) {
      return new BalanceFit(pairs, 0, OptionalDouble.empty(), OptionalDouble.empty());
    }
    Expect.that(statistic >= 0 && Double.isFinite(statistic), "statistic", statistic, "0 or more");
    double tail = ChiSquare.upperTail(statistic, dof);
    return new BalanceFit(pairs, dof, OptionalDouble.of(statistic), OptionalDouble.of(tail));
  }

  public boolean testable() {
    return pValue.isPresent();
  }
}
