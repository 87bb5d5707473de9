package org.galton.emergence.differentiation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.galton.statistics.test.Holm;
import org.galton.statistics.test.TestResult;

/**
 * Whether the agents of one group play roles of their own.
 *
 * @param levels F of the agents' means; exact
 * @param slopes F of the agents' slopes against the rounds; exact
 * @param variance likelihood ratio of the agents' variance, restricted maximum likelihood; the
 *     p-value is that of a mixture of 0 and chi^2 with one degree of freedom
 * @param intraclassShare the agents' share of the variance within a round, 0 to 1; absent where
 *     there is no such variance
 * @param trends in the order of the agents; empty below two agents or two rounds
 */
public record Differentiation(
    TestResult levels,
    TestResult slopes,
    TestResult variance,
    OptionalDouble intraclassShare,
    List<AgentTrend> trends) {

  public Differentiation {
    trends = List.copyOf(trends);
  }

  /**
   * The p-value of "the agents differ in their levels or in their slopes", by Holm's correction for
   * looking twice. Absent where neither test could be made; a family of one keeps its p-value.
   */
  public OptionalDouble eitherPValue() {
    return smallest(Holm.of(made()));
  }

  /**
   * The smaller of the two p-values, as the paper reads them. Below 0.05 in nearly 10 % of groups
   * without any difference.
   */
  public OptionalDouble eitherUncorrected() {
    return smallest(made());
  }

  private double[] made() {
    return Stream.of(levels, slopes)
        .map(TestResult::pValue)
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  private static OptionalDouble smallest(double[] pValues) {
    return Arrays.stream(pValues).min();
  }
}
