package org.galton.search.tree;

/**
 * Probabilities of one step from a node.
 *
 * @param up to the parent; 0 at the root
 * @param down to each child, in their order
 * @param stay to stay
 */
public record Moves(double up, double[] down, double stay) {

  /** With probability laziness stay, otherwise as here. */
  Moves lazy(double laziness) {
    double[] slower = new double[down.length];
    for (int i = 0; i < down.length; i++) {
      slower[i] = (1 - laziness) * down[i];
    }
    return new Moves((1 - laziness) * up, slower, laziness + (1 - laziness) * stay);
  }
}
