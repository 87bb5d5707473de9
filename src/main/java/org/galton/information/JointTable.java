package org.galton.information;

import java.util.Arrays;
import org.galton.numerics.Bits;
import org.galton.numerics.Expect;

/**
 * The joint distribution of several discrete variables. Every entropy and every information of one
 * table comes from marginalising it, so inequalities between them hold as in theory. The last
 * variable runs fastest.
 */
public final class JointTable {
  private final Shape shape;
  private final double[] cells;

  JointTable(Shape shape, double[] cells) {
    this.shape = shape;
    this.cells = cells;
  }

  /**
   * In proportion to weights, which are finite, 0 or more, and not all 0.
   *
   * @param sizes letters of each variable
   */
  public static JointTable ofWeights(int[] sizes, double... weights) {
    Shape shape = new Shape(sizes);
    Expect.that(
        weights.length == shape.cells(), "number of weights", weights.length, shape.cells() + "");
    double sum = 0;
    for (double weight : weights) {
      Expect.that(weight >= 0 && Double.isFinite(weight), "weight", weight, "finite, 0 or more");
      sum += weight;
    }
    Expect.that(sum > 0 && Double.isFinite(sum), "sum of weights", sum, "finite and above 0");
    double total = sum;
    return new JointTable(shape, Arrays.stream(weights).map(w -> w / total).toArray());
  }

  /** Each group of variables becomes one variable; the others are summed out. */
  public JointTable grouped(int[]... groups) {
    Shape target = shape.grouped(groups);
    int[] places = shape.places(groups);
    double[] sums = new double[target.cells()];
    for (int cell = 0; cell < places.length; cell++) {
      sums[places[cell]] += cells[cell];
    }
    return new JointTable(target, sums);
  }

  /**
   * Entropy of these variables together, 0 to log2 of their combinations.
   *
   * <pre>  H = -sum p log2 p</pre>
   */
  public double entropy(int... axes) {
    double sum = 0;
    for (double p : grouped(axes).cells) {
      sum += Bits.xlog2x(p);
    }
    return Math.max(0, -sum);
  }

  /**
   * Mutual information of two groups of variables, 0 to the smaller entropy.
   *
   * <pre>  I(A;B) = sum p(a,b) log2 [p(a,b) / (p(a) p(b))]</pre>
   */
  public double information(int[] a, int[] b) {
    JointTable both = grouped(a, b);
    double[] first = both.marginal(0);
    double[] second = both.marginal(1);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        double p = both.cells[i * second.length + j];
        // Dividing one by one: the product of two small marginals can be 0.
        sum += p == 0 ? 0 : p * Bits.log2(p / first[i] / second[j]);
      }
    }
    return Math.max(0, sum);
  }

  /** Probabilities of one variable's letters. */
  double[] marginal(int axis) {
    return grouped(new int[] {axis}).cells;
  }

  int axes() {
    return shape.axes();
  }

  int size(int axis) {
    return shape.size(axis);
  }

  /** Of a table of three variables. */
  double at(int i, int j, int k) {
    return cells[(i * shape.size(1) + j) * shape.size(2) + k];
  }

  /** Of a table of two variables. */
  double at(int i, int j) {
    return cells[i * shape.size(1) + j];
  }
}
