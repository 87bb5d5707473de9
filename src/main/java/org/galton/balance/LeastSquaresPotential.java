package org.galton.balance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The potential that explains the log ratios of pairs best, with its covariance in closed form.
 * Over pairs seen both ways, with V of mean 0 over the n states that they join,
 *
 * <pre>  V minimises the sum of w (y - V(f) + V(g))^2,
 *   y = ln T(f→g)/T(g→f),  w = 1 / (1/N(f→g) + 1/N(g→f)),
 *   Cov V = L+ - P diag(1/A) P,  P = 1 - 1/n,</pre>
 *
 * <p>L being the Laplacian with weights w, and L+ its pseudoinverse. The second term is what moves
 * out of one state have in common: their number is fixed. Without it variances come out a fifth to
 * two fifths too large. For large counts, steps being independent; {@link BalanceBootstrap} needs
 * neither. Cost: n^3.
 */
public final class LeastSquaresPotential {
  private static final int MOST_STATES = 2000;

  private final List<String> states;
  private final double[] potential;
  private final double[][] covariance;

  private LeastSquaresPotential(List<String> states, double[] potential, double[][] covariance) {
    this.states = states;
    this.potential = potential;
    this.covariance = covariance;
  }

  /** Over the most states that such pairs join; the first where there are several. */
  public static LeastSquaresPotential of(TransitionCounts counts) {
    PairGraph graph = PairGraph.twoWay(counts, 1);
    int[] joined = largest(new Forest(graph));
    Expect.that(joined.length <= MOST_STATES, "number of states", joined.length, "2000 or fewer");
    int[] places = new int[graph.states];
    Arrays.fill(places, -1);
    for (int i = 0; i < joined.length; i++) {
      places[joined[i]] = i;
    }
    List<String> names = Arrays.stream(joined).mapToObj(counts.states()::get).toList();
    if (joined.length == 0) {
      return new LeastSquaresPotential(names, new double[0], new double[0][]);
    }
    double[] attempts = Arrays.stream(joined).mapToDouble(counts::attempts).toArray();
    double[] right = new double[joined.length];
    RealMatrix laplacian = new Array2DRowRealMatrix(joined.length, joined.length);
    for (int pair = 0; pair < graph.pairs(); pair++) {
      int low = places[graph.low[pair]];
      int high = places[graph.high[pair]];
      if (low >= 0) {
        double up = graph.up[pair];
        double down = graph.down[pair];
        double weight = up * down / (up + down);
        double flow = weight * Math.log(up / attempts[low] / (down / attempts[high]));
        right[low] += flow;
        right[high] -= flow;
        laplacian.addToEntry(low, low, weight);
        laplacian.addToEntry(high, high, weight);
        laplacian.addToEntry(low, high, -weight);
        laplacian.addToEntry(high, low, -weight);
      }
    }
    RealMatrix inverse = pseudoinverse(laplacian);
    return new LeastSquaresPotential(names, inverse.operate(right), covariance(inverse, attempts));
  }

  /** States of the largest tree, in their order. */
  private static int[] largest(Forest forest) {
    int[] roots = forest.roots();
    int[] sizes = new int[roots.length];
    int best = -1;
    for (int state : forest.order) {
      sizes[roots[state]]++;
    }
    for (int state : forest.order) {
      best = best < 0 || sizes[state] > sizes[best] ? state : best;
    }
    int root = best;
    return root < 0
        ? new int[0]
        : IntStream.range(0, roots.length).filter(state -> roots[state] == root).toArray();
  }

  /** L+ = (L + s 11')^-1 - 11' / (s n^2), s making both parts alike in size. */
  private static RealMatrix pseudoinverse(RealMatrix laplacian) {
    int n = laplacian.getRowDimension();
    double scale = laplacian.getTrace() / n / n;
    RealMatrix inverse =
        new CholeskyDecomposition(laplacian.scalarAdd(scale)).getSolver().getInverse();
    return inverse.scalarAdd(-1 / (scale * n * n));
  }

  private static double[][] covariance(RealMatrix inverse, double[] attempts) {
    int n = attempts.length;
    double mean = Arrays.stream(attempts).map(number -> 1 / number).sum() / n / n;
    double[][] covariance = inverse.getData();
    for (int f = 0; f < n; f++) {
      for (int g = 0; g < n; g++) {
        double shared = (f == g ? 1 / attempts[f] : 0) + mean;
        covariance[f][g] -= shared - (1 / attempts[f] + 1 / attempts[g]) / n;
      }
    }
    return covariance;
  }

  /** Names of the states that have a potential, sorted. */
  public List<String> states() {
    return states;
  }

  /** V of a state by its number among these. */
  public double potential(int state) {
    return potential[state];
  }

  public double covariance(int state, int other) {
    return covariance[state][other];
  }
}
