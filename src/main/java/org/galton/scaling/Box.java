package org.galton.scaling;

/**
 * Where the shape is sought, in ln B and ln C_mid: B from 0.05 to 10, C_mid from a hundredth of the
 * smallest compute to a thousand times the largest.
 */
record Box(double minExponent, double maxExponent, double minMidpoint, double maxMidpoint) {
  private static final double EDGE = 1e-9;

  static Box around(Sample sample) {
    return new Box(
        Math.log(0.05),
        Math.log(10),
        sample.first() - Math.log(100),
        sample.last() + Math.log(1000));
  }

  double exponent(double logExponent) {
    return Math.max(minExponent, Math.min(maxExponent, logExponent));
  }

  double midpoint(double logMidpoint) {
    return Math.max(minMidpoint, Math.min(maxMidpoint, logMidpoint));
  }

  boolean exponentOnEdge(double logExponent) {
    return logExponent <= minExponent + EDGE || logExponent >= maxExponent - EDGE;
  }

  boolean midpointOnEdge(double logMidpoint) {
    return logMidpoint <= minMidpoint + EDGE || logMidpoint >= maxMidpoint - EDGE;
  }
}
