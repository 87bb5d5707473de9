package org.galton.study.cells;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.galton.cell.GeneVector;
import org.galton.cell.PrincipalAxes;
import org.galton.numerics.Vectors;

/**
 * Principal axes of cells that are spread over machines. Each iteration adds up, where the cells
 * are, their products with a few vectors; what travels is a few vectors of all genes.
 */
final class AxesFit {
  private static final int MORE = 10;
  private static final int ITERATIONS = 20;
  private static final int DEPTH = 2;

  private final JavaRDD<GeneVector> cells;
  private final int genes;

  AxesFit(JavaRDD<GeneVector> cells, int genes) {
    this.cells = cells;
    this.genes = genes;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Moments(long cells, double[] sum, double squares) implements Serializable {
    static Moments of(Iterator<GeneVector> cells, int genes) {
      double[] sum = new double[genes];
      double squares = 0;
      long count = 0;
      while (cells.hasNext()) {
        GeneVector cell = cells.next();
        cell.addTo(sum);
        squares += cell.squaredNorm();
        count++;
      }
      return new Moments(count, sum, squares);
    }

    Moments plus(Moments other) {
      return new Moments(cells + other.cells, added(sum, other.sum), squares + other.squares);
    }

    double[] mean() {
      return Arrays.stream(sum).map(gene -> gene / cells).toArray();
    }
  }

  /**
   * @param wanted fewer than there are cells and at most as many as there are genes
   */
  Axes principal(int wanted, long seed) {
    int all = genes;
    Moments moments =
        cells
            .mapPartitions(part -> List.of(Moments.of(part, all)).iterator())
            .treeReduce(Moments::plus, DEPTH);
    double[] mean = moments.mean();
    double[][] rows = PrincipalAxes.start(Math.min(genes, wanted + MORE), genes, seed);
    double[][] products = products(rows, mean, moments.cells());
    for (int i = 0; i < ITERATIONS; i++) {
      rows = PrincipalAxes.orthonormal(products);
      products = products(rows, mean, moments.cells());
    }
    PrincipalAxes.Found found = PrincipalAxes.of(rows, products, wanted);
    double variance = moments.squares() / moments.cells() - Vectors.dot(mean, mean);
    return new Axes(
        found.axes(),
        Arrays.stream(found.axes()).mapToDouble(axis -> Vectors.dot(axis, mean)).toArray(),
        variance > 0 ? Math.min(1, Arrays.stream(found.variances()).sum() / variance) : 0);
  }

  /** Covariance times each row: mean of x (x . row) - mean (mean . row). */
  private double[][] products(double[][] rows, double[] mean, long count) {
    Broadcast<double[][]> shared =
        JavaSparkContext.fromSparkContext(cells.context()).broadcast(rows);
    double[][] sums =
        cells
            .mapPartitions(part -> Collections.singleton(products(part, shared.value())).iterator())
            .treeReduce(AxesFit::added, DEPTH);
    shared.destroy();
    for (int i = 0; i < rows.length; i++) {
      double along = Vectors.dot(mean, rows[i]);
      for (int gene = 0; gene < genes; gene++) {
        sums[i][gene] = sums[i][gene] / count - mean[gene] * along;
      }
    }
    return sums;
  }

  private static double[][] products(Iterator<GeneVector> cells, double[][] rows) {
    double[][] sums = new double[rows.length][rows[0].length];
    while (cells.hasNext()) {
      GeneVector cell = cells.next();
      for (int i = 0; i < rows.length; i++) {
        double along = cell.dot(rows[i]);
        for (int k = 0; k < cell.places().length; k++) {
          sums[i][cell.places()[k]] += along * cell.values()[k];
        }
      }
    }
    return sums;
  }

  private static double[][] added(double[][] one, double[][] other) {
    double[][] sums = new double[one.length][];
    Arrays.setAll(sums, i -> added(one[i], other[i]));
    return sums;
  }

  private static double[] added(double[] one, double[] other) {
    double[] sum = one.clone();
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }
}
