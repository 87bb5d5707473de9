package org.galton.balance.potential;

import java.util.Arrays;

/**
 * Minimises the action of a component: starts from the balance of ever larger clusters, which is
 * exact in detailed balance, then alternates {@link ClusterSweep} and damped Newton steps, which
 * converge quadratically where sweeps alone crawl, as along a path. The action is convex, so the
 * stationary point is the minimum. Done when no state nor cluster is out of balance by more than
 * 1e-11 of what flows through it.
 */
final class ComponentSolver {
  /** Of |ln out - ln in|, which is 2 atanh of |out - in| / (out + in). */
  private static final double BALANCED = 2e-11;

  private static final int MOST_SWEEPS = 2000;

  /** Sweeps without a better balance after which Newton's steps rest: they may add but rounding. */
  private static final int MOST_STALLED = 12;

  /** Nats: what is farther off lies where the action is flat to rounding. */
  private static final double LONGEST_STEP = 20;

  private static final int MOST_HALVINGS = 60;
  private static final double LEAST_TOLERANCE = 1e-9;

  /** Sweeps before the first look at how states cluster by what flows, then twice as many. */
  private static final int PATIENCE = 4;

  private final ViolationFunction function;
  private final ConjugateGradients gradients;
  private ComponentGraph graph;
  private Flows flows;
  private ClusterSweep clusters;
  private Preconditioner preconditioner;

  private ComponentSolver(ComponentGraph graph, ViolationFunction function) {
    this.function = function;
    this.graph = graph;
    this.flows = new Flows(graph, function);
    this.clusters = new ClusterSweep(graph, function);
    this.preconditioner = Preconditioner.of(graph);
    this.gradients = new ConjugateGradients(graph.states());
  }

  static ComponentFit fit(ComponentGraph graph, ViolationFunction function) {
    return new ComponentSolver(graph, function).fit();
  }

  private ComponentFit fit() {
    double[] potential = clusters.start();
    int sweeps = 0;
    int steps = 0;
    int patience = PATIENCE;
    double best = Double.POSITIVE_INFINITY;
    int stalled = 0;
    while (sweeps < MOST_SWEEPS) {
      sweeps++;
      double mismatch = clusters.sweep(potential);
      if (mismatch <= BALANCED) {
        break;
      }
      if (sweeps == patience) {
        patience *= 2;
        potential = clustered(potential);
      }
      stalled = mismatch > best / 2 ? stalled + 1 : 0;
      best = Math.min(best, mismatch);
      if (stalled < MOST_STALLED && newton(potential)) {
        steps++;
      }
    }
    flows.at(potential);
    return new ComponentFit(
        ofStates(potential), sweeps, steps, gradients.iterations(), flows.imbalance());
  }

  /** Lays the component out anew, and the potential with it. */
  private double[] clustered(double[] potential) {
    int[] old = graph.tree().places();
    graph = graph.clustered(potential, function);
    flows = new Flows(graph, function);
    clusters = new ClusterSweep(graph, function);
    preconditioner = Preconditioner.of(graph);
    double[] moved = new double[potential.length];
    for (int state = 0; state < moved.length; state++) {
      moved[graph.tree().places()[state]] = potential[old[state]];
    }
    return moved;
  }

  /** Moves the potential along Newton's direction, not beyond where the action rises again. */
  private boolean newton(double[] potential) {
    flows.at(potential);
    double tolerance = Math.max(LEAST_TOLERANCE, Math.min(0.1, flows.imbalance()));
    double[] direction = gradients.solve(flows, preconditioner, tolerance);
    double descent = flows.along(direction);
    if (!(descent > 0) || !Double.isFinite(descent)) {
      return false;
    }
    double[] tried = new double[potential.length];
    double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
    double step = Math.min(1, LONGEST_STEP / longest);
    for (int i = 0; i < MOST_HALVINGS; i++) {
      for (int place = 0; place < tried.length; place++) {
        tried[place] = potential[place] + step * direction[place];
      }
      flows.at(tried);
      double left = flows.along(direction);
      if (Double.isFinite(left) && left >= -descent / 2) {
        System.arraycopy(tried, 0, potential, 0, tried.length);
        centre(potential);
        return true;
      }
      step /= 2;
    }
    return false;
  }

  private double[] ofStates(double[] laidOut) {
    double[] potential = new double[laidOut.length];
    for (int state = 0; state < potential.length; state++) {
      potential[state] = laidOut[graph.tree().places()[state]];
    }
    centre(potential);
    return potential;
  }

  /** Without it potentials could drift off together, and lose the digits of their differences. */
  private static void centre(double[] potential) {
    double mean = 0;
    for (int place = 0; place < potential.length; place++) {
      mean += (potential[place] - mean) / (place + 1);
    }
    for (int place = 0; place < potential.length; place++) {
      potential[place] -= mean;
    }
  }
}
