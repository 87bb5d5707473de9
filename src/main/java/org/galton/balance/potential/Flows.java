package org.galton.balance.potential;

/**
 * What flows in a component at some potential, and its derivatives: for every state the net outflow
 * out - in, minus the gradient of the action, and for every pair the curvature
 *
 * <pre>c(f,g) = T(f→g) K''(V(f) - V(g)) + T(g→f) K''(V(g) - V(f)),</pre>
 *
 * the weights of the Laplacian that is the action's Hessian.
 */
final class Flows {
  private final ComponentGraph graph;
  private final ViolationFunction function;
  private final double[] net;
  private final double[] gross;
  private final double[] curvature;
  private final double[] diagonal;

  Flows(ComponentGraph graph, ViolationFunction function) {
    this.graph = graph;
    this.function = function;
    net = new double[graph.states()];
    gross = new double[graph.states()];
    curvature = new double[graph.entries()];
    diagonal = new double[graph.states()];
  }

  void at(double[] potential) {
    for (int place = 0; place < net.length; place++) {
      double outflow = 0;
      double inflow = 0;
      double sum = 0;
      for (int entry = graph.row(place); entry < graph.row(place + 1); entry++) {
        double fall = potential[place] - potential[graph.neighbour(entry)];
        double out = Math.exp(graph.out(entry) + function.logSlope(fall));
        double in = Math.exp(graph.in(entry) + function.logSlope(-fall));
        curvature[entry] = out * function.decay(fall) + in * function.decay(-fall);
        outflow += out;
        inflow += in;
        sum += curvature[entry];
      }
      net[place] = outflow - inflow;
      gross[place] = outflow + inflow;
      diagonal[place] = sum;
    }
  }

  /** Out - in of a place. */
  double net(int place) {
    return net[place];
  }

  double curvature(int entry) {
    return curvature[entry];
  }

  /** Sum of the curvatures of a place's pairs. */
  double diagonal(int place) {
    return diagonal[place];
  }

  /** Largest |out - in| / (out + in) of a state. */
  double imbalance() {
    double largest = 0;
    for (int place = 0; place < net.length; place++) {
      if (gross[place] > 0) {
        largest = Math.max(largest, Math.abs(net[place]) / gross[place]);
      }
    }
    return largest;
  }

  /** Minus the derivative of the action along a direction. */
  double along(double[] direction) {
    double sum = 0;
    for (int place = 0; place < net.length; place++) {
      sum += net[place] * direction[place];
    }
    return sum;
  }

  /** The Hessian times a vector. */
  void multiply(double[] vector, double[] product) {
    for (int place = 0; place < net.length; place++) {
      double sum = 0;
      double own = vector[place];
      for (int entry = graph.row(place); entry < graph.row(place + 1); entry++) {
        sum += curvature[entry] * (own - vector[graph.neighbour(entry)]);
      }
      product[place] = sum;
    }
  }
}
