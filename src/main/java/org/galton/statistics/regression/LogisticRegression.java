package org.galton.statistics.regression;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.galton.numerics.Expect;

/**
 * How the chance of success depends on terms.
 *
 * <pre>  ln(p / (1-p)) = b'x,   maximizing   sum w (y ln p + (1-y) ln(1-p))</pre>
 *
 * <p>By iterated weighted least squares with step halving on orthonormal terms, until no
 * coefficient of these moves by more than 1e-12 of the largest. Biased away from 0 where successes
 * or failures are few: ten of the rarer outcome a term is the usual least. Where a combination of
 * terms tells the outcomes apart there is no maximum, and the fit is refused, not stopped
 * somewhere; that is decided by linear programming. The same bits for every order of the rows.
 * Cost: some ten passes over rows times terms squared.
 *
 * <p>McCullagh and Nelder, Generalized Linear Models, 1989. White, Maximum likelihood estimation of
 * misspecified models, Econometrica 50, 1982. Albert and Anderson, On the existence of maximum
 * likelihood estimates in logistic regression models, Biometrika 71, 1984.
 */
public final class LogisticRegression {
  /** Fitted probabilities this close to 0 or 1 (logits) may be a maximum at infinity. */
  private static final double SUSPICIOUS_LOGIT = 15;

  private final StandardErrors errors;

  private LogisticRegression(StandardErrors errors) {
    this.errors = errors;
  }

  /** {@link StandardErrors#MODEL}. */
  public static LogisticRegression withDefaults() {
    return new LogisticRegression(StandardErrors.MODEL);
  }

  public LogisticRegression with(StandardErrors option) {
    return new LogisticRegression(option);
  }

  /**
   * @param terms their names, one or more
   * @param rows in any order, each with one value a term
   */
  public LogisticFit fit(List<String> terms, List<RegressionRow> rows) {
    int p = terms.size();
    Expect.that(p >= 1, "number of terms", p, "1 or more");
    rows.forEach(
        row ->
            Expect.that(
                row.terms().length == p,
                "number of values",
                row.terms().length,
                "one a term (" + p + ")"));
    if (rows.size() < p) {
      return refused(LogisticStatus.TOO_FEW_ROWS, rows.size() + " rows for " + p + " terms");
    }
    long successes = rows.stream().filter(RegressionRow::success).count();
    if (successes == 0 || successes == rows.size()) {
      return refused(
          LogisticStatus.ONE_OUTCOME,
          "%d of %d rows are successes".formatted(successes, rows.size()));
    }
    RegressionRow[] ordered = rows.toArray(RegressionRow[]::new);
    Arrays.sort(ordered, RegressionRow.ORDER);
    Orthogonal columns =
        new Orthogonal(Arrays.stream(ordered).map(RegressionRow::terms).toArray(double[][]::new));
    OptionalInt dependent = columns.dependent();
    if (dependent.isPresent()) {
      String before = String.join(", ", terms.subList(0, dependent.getAsInt()));
      return refused(
          LogisticStatus.COLLINEAR,
          terms.get(dependent.getAsInt())
              + (before.isEmpty() ? " is 0 in all rows" : " is a combination of " + before));
    }
    LogisticIteration iteration = LogisticIteration.of(columns.rows(), ordered);
    if (!iteration.converged() || iteration.largestLogit() > SUSPICIOUS_LOGIT) {
      if (Separation.exists(columns.rows(), ordered)) {
        return refused(
            LogisticStatus.SEPARATED,
            "%d successes and %d failures by %s"
                .formatted(successes, rows.size() - successes, String.join(", ", terms)));
      }
    }
    return iteration.converged()
        ? accepted(terms, columns, ordered, iteration)
        : refused(
            LogisticStatus.NOT_CONVERGED,
            "%d steps over %d rows".formatted(iteration.steps(), rows.size()));
  }

  private LogisticFit accepted(
      List<String> terms, Orthogonal columns, RegressionRow[] rows, LogisticIteration iteration) {
    RealMatrix back = new Array2DRowRealMatrix(columns.inverseUpper(), false);
    double[] values = back.operate(iteration.coefficients());
    RealMatrix covariance = back.multiply(covariance(iteration)).multiply(back.transpose());
    return new LogisticFit.Accepted(
        IntStream.range(0, values.length)
            .mapToObj(
                j -> new Coefficient(terms.get(j), values[j], Math.sqrt(covariance.getEntry(j, j))))
            .toList(),
        Arrays.stream(covariance.getData())
            .map(row -> Arrays.stream(row).boxed().toList())
            .toList(),
        iteration.logLikelihood(),
        rows.length,
        iteration.steps());
  }

  private RealMatrix covariance(LogisticIteration iteration) {
    RealMatrix inverse = iteration.inverseInformation();
    return switch (errors) {
      case MODEL -> inverse;
      case HC0 -> inverse.multiply(iteration.squaredScores()).multiply(inverse);
    };
  }

  private static LogisticFit refused(LogisticStatus status, String reason) {
    return new LogisticFit.Refused(status, reason);
  }
}
