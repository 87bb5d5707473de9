package org.galton.cell.generated;

import org.galton.numerics.PortableStream;

/** Draws of the laws that counts need, from a stream that a name fixes. */
final class CellStream {
  /** Above it exp(-mean) is too small a number. */
  private static final double LARGEST = 500;

  private final PortableStream random;

  CellStream(long seed, String name, String purpose) {
    random = PortableStream.of(seed, name, purpose + "-v" + CellDesign.VERSION, 0);
  }

  double unit() {
    return random.unit();
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.unit()));
    return radius * Math.cos(2 * Math.PI * random.unit());
  }

  int[] permutation(int length) {
    return random.permutation(length);
  }

  /**
   * Negative binomial: Poisson, whose mean is a gamma of shape 2, that is, half the sum of two
   * exponential numbers, times the mean. Its variance is mean + mean^2 / 2.
   */
  int negativeBinomial(double mean) {
    double gamma = -Math.log((1 - random.unit()) * (1 - random.unit())) / 2;
    return poisson(mean * gamma);
  }

  /** By counting exponential waiting times. Cost: in proportion to the mean. */
  private int poisson(double mean) {
    int count = 0;
    for (double left = mean; left > 0; left -= LARGEST) {
      double least = Math.exp(-Math.min(left, LARGEST));
      for (double product = 1 - random.unit(); product > least; product *= 1 - random.unit()) {
        count++;
      }
    }
    return count;
  }
}
