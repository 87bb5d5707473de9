package org.galton.statistics.test;

import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * What came of a test: a statistic and its p-value, or why there are none.
 *
 * @param status OK with a p-value, anything else without
 * @param reason with the numbers, to follow the status; empty for a test that was made
 * @param statistic what was compared with its distribution
 * @param pValue 0 only where it is below the smallest double
 * @param values how many values took part
 */
public record TestResult(
    TestStatus status,
    Optional<String> reason,
    OptionalDouble statistic,
    OptionalDouble pValue,
    int values) {

  public TestResult {
    boolean made = status == TestStatus.OK;
    Expect.that(
        made == pValue.isPresent() && made == reason.isEmpty(),
        "test result",
        status,
        "a p-value where the test was made, and a reason where it was not");
  }

  public static TestResult made(double statistic, double pValue, int values) {
    Expect.finite(new double[] {statistic}, "statistic");
    Expect.that(pValue >= 0 && pValue <= 1, "p-value", pValue, "0 to 1");
    return new TestResult(
        TestStatus.OK,
        Optional.empty(),
        OptionalDouble.of(statistic),
        OptionalDouble.of(pValue),
        values);
  }

  public static TestResult absent(TestStatus status, String reason, int values) {
    return new TestResult(
        status, Optional.of(reason), OptionalDouble.empty(), OptionalDouble.empty(), values);
  }
}
