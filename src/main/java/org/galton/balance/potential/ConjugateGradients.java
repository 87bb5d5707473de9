package org.galton.balance.potential;

import org.galton.numerics.Vectors;

/**
 * Newton's direction: preconditioned conjugate gradients on the Hessian of a component's action
 * (Hestenes, Stiefel, J. Res. NBS 49, 1952). Stops early in a direction that is flat to rounding,
 * which {@link ClusterSweep} knows better.
 */
final class ConjugateGradients {
  private static final int MOST = 3000;
  private static final double FLAT = 1e-13;

  private final double[] direction;
  private final double[] residual;
  private final double[] search;
  private final double[] product;
  private final double[] scaled;
  private int iterations;

  ConjugateGradients(int states) {
    direction = new double[states];
    residual = new double[states];
    search = new double[states];
    product = new double[states];
    scaled = new double[states];
  }

  /** In all solutions so far. */
  int iterations() {
    return iterations;
  }

  /**
   * @param tolerance of the residual's norm relative to that of the flows
   * @return the direction, until the next call
   */
  double[] solve(Flows flows, Preconditioner preconditioner, double tolerance) {
    int states = direction.length;
    for (int place = 0; place < states; place++) {
      direction[place] = 0;
      residual[place] = flows.net(place);
    }
    preconditioner.apply(flows, residual, search);
    double norm = Vectors.dot(residual, search);
    double enough = norm * tolerance * tolerance;
    for (int i = 0; i < MOST && norm > enough; i++) {
      iterations++;
      flows.multiply(search, product);
      double curvature = 0;
      double length = 0;
      for (int place = 0; place < states; place++) {
        curvature += search[place] * product[place];
        length += flows.diagonal(place) * search[place] * search[place];
      }
      if (!(curvature > FLAT * length)) {
        break;
      }
      double step = norm / curvature;
      for (int place = 0; place < states; place++) {
        direction[place] += step * search[place];
        residual[place] -= step * product[place];
      }
      preconditioner.apply(flows, residual, scaled);
      double next = Vectors.dot(residual, scaled);
      for (int place = 0; place < states; place++) {
        search[place] = scaled[place] + next / norm * search[place];
      }
      norm = next;
    }
    return direction;
  }
}
