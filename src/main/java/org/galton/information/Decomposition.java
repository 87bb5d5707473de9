package org.galton.information;

/**
 * The information of two sources about a target in four atoms, in bits, which add up to it.
 *
 * <pre>  I(S1;T) = redundancy + unique1,   I(S2;T) = redundancy + unique2,
 *  I(S1 S2;T) = redundancy + unique1 + unique2 + synergy</pre>
 *
 * <p>Williams and Beer, Nonnegative decomposition of multivariate information, 2010,
 * arXiv:1004.2515.
 *
 * @param redundancy what either source says
 * @param unique1 what only the first source says
 * @param unique2 what only the second source says
 * @param synergy what only both together say
 */
public record Decomposition(double redundancy, double unique1, double unique2, double synergy) {
  private static final double ROUNDING = 1e-9;

  /** Without the negative zeros and tiny negative values of rounding. */
  Decomposition rounded() {
    return new Decomposition(
        rounded(redundancy), rounded(unique1), rounded(unique2), rounded(synergy));
  }

  private static double rounded(double atom) {
    return atom > -ROUNDING && atom <= 0 ? 0 : atom;
  }
}
