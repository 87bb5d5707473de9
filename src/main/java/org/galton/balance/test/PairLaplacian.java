package org.galton.balance.test;

import java.util.Arrays;
import org.galton.numerics.Vectors;

/**
 * Least squares over the differences between states: solves L x = b for the Laplacian of a graph
 * with a weight per pair, (L x)(f) = sum over pairs {f,g} of w (x(f) - x(g)). Conjugate gradients
 * with the diagonal as preconditioner. x is one of many solutions: a number may be added over a
 * whole component. Iterations grow with the longest way through a component: tens where a few moves
 * lead anywhere, thousands along a chain.
 *
 * <p>Hestenes and Stiefel, Methods of conjugate gradients for solving linear systems, 1952.
 */
final class PairLaplacian {
  /** Curvature, relative to the diagonal's, below which a direction moves whole components. */
  private static final double FLAT = 1e-13;

  private final PairGraph graph;
  private final double[] weights;
  private final double[] diagonal;

  /**
   * @param weights positive, one a pair
   */
  PairLaplacian(PairGraph graph, double[] weights) {
    this.graph = graph;
    this.weights = weights;
    diagonal = new double[graph.states];
    for (int pair = 0; pair < weights.length; pair++) {
      diagonal[graph.low[pair]] += weights[pair];
      diagonal[graph.high[pair]] += weights[pair];
    }
  }

  /** What flows out of each state if so much flows over each pair, from its lower state. */
  static double[] divergence(PairGraph graph, double[] flows) {
    double[] out = new double[graph.states];
    for (int pair = 0; pair < flows.length; pair++) {
      out[graph.low[pair]] += flows[pair];
      out[graph.high[pair]] -= flows[pair];
    }
    return out;
  }

  /**
   * @param right sums to 0 over every component, but for rounding
   * @param tolerance of the residual, relative to the right side
   */
  double[] solve(double[] right, double tolerance) {
    double[] solution = new double[right.length];
    double[] residual = right.clone();
    double[] scaled = new double[right.length];
    scale(residual, scaled);
    double[] direction = scaled.clone();
    double norm = Vectors.dot(residual, scaled);
    double enough = tolerance * tolerance * norm;
    double[] image = new double[right.length];
    for (int i = 0; i < 4 * right.length + 100 && norm > enough; i++) {
      apply(direction, image);
      double curvature = Vectors.dot(direction, image);
      if (!(curvature > FLAT * size(direction))) {
        break;
      }
      double length = norm / curvature;
      for (int state = 0; state < solution.length; state++) {
        solution[state] += length * direction[state];
        residual[state] -= length * image[state];
      }
      scale(residual, scaled);
      double next = Vectors.dot(residual, scaled);
      for (int state = 0; state < direction.length; state++) {
        direction[state] = scaled[state] + next / norm * direction[state];
      }
      norm = next;
    }
    return solution;
  }

  private void apply(double[] x, double[] image) {
    Arrays.fill(image, 0);
    for (int pair = 0; pair < weights.length; pair++) {
      int low = graph.low[pair];
      int high = graph.high[pair];
      double flow = weights[pair] * (x[low] - x[high]);
      image[low] += flow;
      image[high] -= flow;
    }
  }

  private double size(double[] x) {
    double sum = 0;
    for (int state = 0; state < x.length; state++) {
      sum += diagonal[state] * x[state] * x[state];
    }
    return sum;
  }

  /** Over the diagonal; 0 for a state without pairs. */
  private void scale(double[] x, double[] scaled) {
    for (int state = 0; state < x.length; state++) {
      scaled[state] = diagonal[state] > 0 ? x[state] / diagonal[state] : 0;
    }
  }
}
