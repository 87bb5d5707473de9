package org.galton.emergence.differentiation;

import org.apache.commons.math3.special.Erf;
import org.galton.statistics.test.TestResult;
import org.galton.statistics.test.TestStatus;

/**
 * Does a variance of the agents improve a model with a variance of the rounds?
 *
 * <pre>  D = sum nu_k ln lambda_k,   LRT = D(without agents) - D(with agents)</pre>
 *
 * <p>over the strata residual, agents and rounds at their mean squares: the closed form of the
 * restricted likelihood of a complete table. A variance below zero is not allowed, so a stratum
 * whose mean square is below that of the residual is pooled with it, the smallest first, until none
 * is. p = P(chi^2_1 &gt;= LRT) / 2, and 1 where the best variance is 0. Agrees with numerical
 * maximization to 1e-10.
 *
 * <p>Self and Liang, Asymptotic properties of maximum likelihood estimators and likelihood ratio
 * tests under nonstandard conditions, Journal of the American Statistical Association 82, 1987.
 */
final class AgentVariance {

  private AgentVariance() {}

  static TestResult test(TwoWayTable table) {
    int values = table.agents() * table.rounds();
    Stratum residual = table.residual();
    Stratum agents = table.ofAgents();
    Stratum rounds = table.ofRounds();
    if (residual.squares() == 0) {
      return TestResult.absent(
          TestStatus.NO_RESIDUAL, "agents and rounds leave no spread to compare with", values);
    }
    boolean roundsFirst = rounds.meanSquare() < agents.meanSquare();
    Stratum pooled = withSmaller(residual, roundsFirst ? rounds : agents);
    pooled = withSmaller(pooled, roundsFirst ? agents : rounds);
    // A pooled stratum lies below the pool, so this says whether the agents' was pooled. Comparing
    // deviances instead would leave rounding where the ratio is exactly 0.
    if (agents.meanSquare() < pooled.meanSquare()) {
      return TestResult.made(0, 1, values);
    }
    double ratio =
        deviance(residual.pooled(agents), rounds) - deviance(residual, rounds) - agents.deviance();
    double lrt = Math.max(0, ratio);
    return TestResult.made(lrt, lrt == 0 ? 1 : Erf.erfc(Math.sqrt(lrt / 2)) / 2, values);
  }

  private static Stratum withSmaller(Stratum residual, Stratum other) {
    return other.meanSquare() < residual.meanSquare() ? residual.pooled(other) : residual;
  }

  private static double deviance(Stratum residual, Stratum rounds) {
    return rounds.meanSquare() < residual.meanSquare()
        ? residual.pooled(rounds).deviance()
        : residual.deviance() + rounds.deviance();
  }
}
