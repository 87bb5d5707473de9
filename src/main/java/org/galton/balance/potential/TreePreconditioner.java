package org.galton.balance.potential;

/**
 * The inverse of the Hessian of a component's strongest spanning tree (Vaidya), exact in O(states):
 * along a path or a ring the diagonal alone would need as many iterations as it has states.
 */
final class TreePreconditioner implements Preconditioner {
  /** Neighbours of a state on average from which the diagonal serves better. */
  static final double MOST_ENTRIES = 3;

  /** A link this much weaker than what hangs on it would be moved by rounding alone. */
  private static final double ROUNDING = 1e-13;

  private final int[] order;
  private final int[] parents;
  private final int[] links;
  private final double[] below;

  TreePreconditioner(ComponentGraph graph) {
    int states = graph.states();
    order = new int[states];
    parents = new int[states];
    links = new int[states];
    below = new double[states];
    boolean[] seen = new boolean[states];
    seen[0] = true;
    int end = 1;
    for (int next = 0; next < end; next++) {
      int place = order[next];
      for (int entry = graph.row(place); entry < graph.row(place + 1); entry++) {
        int other = graph.neighbour(entry);
        if (!seen[other] && graph.tree().joins(place, other)) {
          seen[other] = true;
          parents[other] = place;
          links[other] = entry;
          order[end++] = other;
        }
      }
    }
  }

  @Override
  public void apply(Flows flows, double[] residual, double[] product) {
    System.arraycopy(residual, 0, below, 0, below.length);
    for (int i = order.length - 1; i > 0; i--) {
      below[parents[order[i]]] += below[order[i]];
    }
    product[order[0]] = 0;
    for (int i = 1; i < order.length; i++) {
      int place = order[i];
      double stiffness = flows.curvature(links[place]) + ROUNDING * flows.diagonal(place);
      product[place] = product[parents[place]] + (stiffness > 0 ? below[place] / stiffness : 0);
    }
  }
}
