package org.galton.emergence.differentiation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.emergence.GroupTrajectory;
import org.galton.statistics.test.TestResult;
import org.galton.statistics.test.TestStatus;

/**
 * Do the agents of a group differ from each other in level or in trend, over and above what all do
 * in a round? A two-way analysis of variance of the complete table x of N agents in T rounds:
 *
 * <pre>
 *  F_agent = MS_agent / MS_resid                                     on N-1, (N-1)(T-1)
 *  b_i     = sum_t resid_i(t) u_t / sum u^2,   u_t = t - mean t
 *  F_slope = (sum u^2 sum b_i^2) / (N-1) / MS of the rest of resid   on N-1, (N-1)(T-2)
 *  icc     = s^2 / (s^2 + MS_resid),   s^2 = max(0, (MS_agent - MS_resid) / T)
 * </pre>
 *
 * <p>Both F are exact for independent normal residuals; persistent agents make them too small to be
 * trusted as evidence of roles, see {@link IdentityInformation}. The likelihood ratio of nested
 * mixed models needs no iteration on a complete table. Roles that a prompt assigns or suggests are
 * not emergent. Cost: N T.
 *
 * <p>Searle, Casella and McCulloch, Variance Components, 1992.
 */
public final class AgentDifferentiation {

  private AgentDifferentiation() {}

  /** Of the complete rounds of a group. */
  public static Differentiation of(GroupTrajectory group) {
    return of(group.values(), group.rounds());
  }

  /**
   * Of a complete table in consecutive rounds.
   *
   * @param values finite numbers by agent, then by round
   */
  public static Differentiation of(double[][] values) {
    return of(values, IntStream.range(0, values.length == 0 ? 0 : values[0].length).toArray());
  }

  /**
   * Of a complete table.
   *
   * @param values finite numbers by agent, then by round
   * @param rounds the numbers of the rounds, ascending
   */
  public static Differentiation of(double[][] values, int[] rounds) {
    AgentRows.check(values, rounds.length);
    int cells = values.length * rounds.length;
    if (values.length < 2 || rounds.length < 2) {
      TestResult none =
          TestResult.absent(
              TestStatus.TOO_FEW,
              "agents x rounds is %d x %d, and 2 x 2 is the least"
                  .formatted(values.length, rounds.length),
              cells);
      return new Differentiation(none, none, none, OptionalDouble.empty(), List.of());
    }
    TwoWayTable table = new TwoWayTable(values, rounds);
    return new Differentiation(
        table.ofAgents().against(table.residual(), "levels", cells),
        table.ofSlopes().against(table.aroundSlopes(), "slopes", cells),
        AgentVariance.test(table),
        intraclassShare(table),
        IntStream.range(0, values.length).mapToObj(table::trend).toList());
  }

  private static OptionalDouble intraclassShare(TwoWayTable table) {
    double residual = table.residual().meanSquare();
    double agents = Math.max(0, (table.ofAgents().meanSquare() - residual) / table.rounds());
    double total = agents + residual;
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(agents / total);
  }
}
