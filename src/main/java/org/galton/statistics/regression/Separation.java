package org.galton.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.galton.numerics.CompensatedSum;

/**
 * Is there a direction d with s_i x_i'd &gt;= 0 in every row and &gt; 0 in one, where s_i is 1 for
 * a success and -1 for a failure? Then the likelihood rises along it for ever. By Stiemke's lemma
 * there is none exactly if positive numbers l_i make sum l_i s_i x_i zero; with l_i = 1 + m_i that
 * is a linear program of few constraints.
 */
final class Separation {
  private static final int MOST_ITERATIONS = 10_000;

  private Separation() {}

  /** Of orthonormal columns. */
  static boolean exists(double[][] columns, RegressionRow[] rows) {
    int n = rows.length;
    int terms = columns[0].length;
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int j = 0; j < terms; j++) {
      double[] signed = new double[n];
      for (int i = 0; i < n; i++) {
        signed[i] = (rows[i].success() ? 1 : -1) * columns[i][j] * Math.sqrt(n);
      }
      constraints.add(new LinearConstraint(signed, Relationship.EQ, -CompensatedSum.of(signed)));
    }
    double[] anything = new double[n];
    Arrays.fill(anything, 1);
    try {
      new SimplexSolver()
          .optimize(
              new MaxIter(MOST_ITERATIONS),
              new LinearObjectiveFunction(anything, 0),
              new LinearConstraintSet(constraints),
              new NonNegativeConstraint(true));
      return false;
    } catch (NoFeasibleSolutionException infeasible) {
      return true;
    } catch (TooManyIterationsException undecided) {
      return false;
    }
  }
}
