package org.galton.balance.potential;

/** An approximate inverse of the action's Hessian, symmetric and positive. */
interface Preconditioner {
  /** Multiplies by it at the flows' present potential. */
  void apply(Flows flows, double[] residual, double[] product);

  /** That of a graph: its spanning tree where it has little more than that, else its diagonal. */
  static Preconditioner of(ComponentGraph graph) {
    return graph.entries() < TreePreconditioner.MOST_ENTRIES * graph.states()
        ? new TreePreconditioner(graph)
        : Preconditioner::diagonal;
  }

  /** Jacobi's. */
  static void diagonal(Flows flows, double[] residual, double[] product) {
    for (int place = 0; place < product.length; place++) {
      double diagonal = flows.diagonal(place);
      product[place] = diagonal > 0 ? residual[place] / diagonal : 0;
    }
  }
}
