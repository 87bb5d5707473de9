package org.galton.study.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.spark.api.java.JavaSparkContext;
import org.galton.cell.GeneVector;
import org.galton.console.LocalSpark;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class AxesFitTest {
  private static final int GENES = 12;

  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());

  // 12 genes, 11 of which are as many vectors as are taken: the iteration is the whole problem.
  @Test
  void axesAndTheirShareAreThoseOfTheCovariance() {
    List<GeneVector> cells = cells();
    double[][] dense = cells.stream().map(cell -> cell.dense(GENES)).toArray(double[][]::new);
    EigenDecomposition whole =
        new EigenDecomposition(new Covariance(dense, false).getCovarianceMatrix());
    double[] eigenvalues = whole.getRealEigenvalues();
    double all = Arrays.stream(eigenvalues).sum();

    Axes axes = new AxesFit(context.parallelize(cells, 3), GENES).principal(2, 1);
    Axes other = new AxesFit(context.parallelize(cells, 1), GENES).principal(2, 1);

    assertThat(axes.explained()).isCloseTo((eigenvalues[0] + eigenvalues[1]) / all, within(1e-9));
    double[] sum = new double[2];
    double[] squares = new double[2];
    for (GeneVector cell : cells) {
      List<Double> vector = axes.vector(cell);
      for (int axis = 0; axis < 2; axis++) {
        sum[axis] += vector.get(axis);
        squares[axis] += vector.get(axis) * vector.get(axis);
        // Sums in another order round otherwise.
        assertThat(vector.get(axis)).isCloseTo(other.vector(cell).get(axis), within(1e-9));
      }
    }
    for (int axis = 0; axis < 2; axis++) {
      assertThat(sum[axis]).isCloseTo(0, within(1e-9));
      assertThat(squares[axis] / cells.size()).isCloseTo(eigenvalues[axis], within(1e-9));
    }
  }

  // Squared lengths stay on average: 500 axes, deviation sqrt(2 / 500) = .063 of the length.
  @Test
  void randomAxesFollowFromSeedAndGene() {
    Embedder embedder = new Embedder.Converter().convert("random500");
    double[][] axes = embedder.randomAxes(List.of("G1", "G2"), 7);
    double[][] turned = embedder.randomAxes(List.of("G2", "G1"), 7);
    double length = 0;
    for (int axis = 0; axis < 500; axis++) {
      assertThat(turned[axis]).containsExactly(axes[axis][1], axes[axis][0]);
      length += Math.pow(3 * axes[axis][0] + 4 * axes[axis][1], 2);
    }
    assertThat(length).isCloseTo(25, within(25 * 4 * 0.063));
    assertThat(embedder.randomAxes(List.of("G1", "G2"), 8)[0]).isNotEqualTo(axes[0]);
    assertThat(embedder.name(7)).isEqualTo("random500, seed 7");
    assertThatThrownBy(() -> new Embedder.Converter().convert("umap2"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'umap2' is no embedder; expected pca or random");
  }

  private static List<GeneVector> cells() {
    SplittableRandom random = new SplittableRandom(4);
    List<GeneVector> cells = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double shared = random.nextGaussian();
      double[] values = new double[GENES / 2];
      int[] places = new int[GENES / 2];
      for (int k = 0; k < places.length; k++) {
        places[k] = 2 * k + random.nextInt(2);
        values[k] = 3 + shared * (k + 1) + random.nextGaussian();
      }
      cells.add(new GeneVector(places, values));
    }
    return cells;
  }
}
