package org.galton.information;

import org.galton.numerics.Bits;
import org.galton.numerics.Expect;

/**
 * Mutual information from distances to k nearest neighbours in the largest norm, in bits though the
 * formulas are in nats.
 *
 * <pre>  cube:       I = psi(k) + psi(n) - mean[psi(nx + 1) + psi(ny + 1)]
 *  rectangle:  I = psi(k) - 1/k + psi(n) - mean[psi(nx) + psi(ny)]</pre>
 *
 * <p>cube: nx counts the others that are closer in x than the k-th neighbour in (x, y). rectangle:
 * nx counts those at most as far in x as the farthest of the k neighbours is; of neighbours at the
 * same distance the first ones count. Sees every dependence. The bias is small where X and Y depend
 * little, downward where they depend much; the value may be slightly negative. Wants columns of
 * like scale within a variable, and no ties ({@link TieNoise}): with many the counts mean nothing.
 * Cost: about n to the power 1.5 for one column a side, n^2 at worst.
 *
 * <p>Kraskov, Stögbauer and Grassberger, Estimating mutual information, Physical Review E 69, 2004.
 *
 * @param neighbours k, 1 or more; larger ones have less variance and more bias
 * @param box what the neighbours span
 */
public record NearestNeighbourInformation(int neighbours, Box box) implements ContinuousEstimator {

  /** What the neighbours span: the first or the second estimator of the paper. */
  public enum Box {
    CUBE,
    RECTANGLE
  }

  public NearestNeighbourInformation {
    Expect.that(neighbours >= 1, "neighbours", neighbours, "1 or more");
  }

  /** Four neighbours that span a cube. */
  public static NearestNeighbourInformation withDefaults() {
    return new NearestNeighbourInformation(4, Box.CUBE);
  }

  public NearestNeighbourInformation withNeighbours(int number) {
    return new NearestNeighbourInformation(number, box);
  }

  public NearestNeighbourInformation with(Box option) {
    return new NearestNeighbourInformation(neighbours, option);
  }

  @Override
  public int leastObservations(int columns) {
    return neighbours + 2;
  }

  @Override
  public double information(double[][] x, double[][] y) {
    SampleMatrix.checked(x, y, this);
    int n = x[0].length;
    NeighbourSearch search = new NeighbourSearch(x, y, neighbours);
    PointCount first = new PointCount(x);
    PointCount second = new PointCount(y);
    // How often each count occurs: a sum over these does not depend on the order of the rows.
    long[] occurrences = new long[n + 1];
    for (int i = 0; i < n; i++) {
      NeighbourSearch.Reach reach = search.reach(i);
      switch (box) {
        case CUBE -> {
          double radius = Math.max(reach.x(), reach.y());
          occurrences[first.closer(i, radius) + 1]++;
          occurrences[second.closer(i, radius) + 1]++;
        }
        case RECTANGLE -> {
          occurrences[first.within(i, reach.x())]++;
          occurrences[second.within(i, reach.y())]++;
        }
      }
    }
    double[] psi = psi(n);
    double mean = 0;
    for (int count = 1; count <= n; count++) {
      mean += occurrences[count] * psi[count] / n;
    }
    double constant =
        switch (box) {
          case CUBE -> psi[neighbours];
          case RECTANGLE -> psi[neighbours] - 1.0 / neighbours;
        };
    return Bits.ofNats(constant + psi[n] - mean);
  }

  /** Of 1 to n, all plus Euler's constant, which cancels in the formulas. */
  private static double[] psi(int n) {
    double[] psi = new double[n + 1];
    for (int i = 2; i <= n; i++) {
      psi[i] = psi[i - 1] + 1.0 / (i - 1);
    }
    return psi;
  }
}
