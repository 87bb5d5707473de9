package org.galton.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class FrechetDistanceTest {
  private static final double ROUNDING = 1e-9;

  @Test
  void aShiftAloneIsItsSquaredLength() {
    double[][] unit = {{1, 0.2}, {0.2, 3}};
    FrechetDistance distance =
        FrechetDistance.of(
            new Gaussian(new double[] {1, 1}, unit), new Gaussian(new double[] {4, -3}, unit));
    assertThat(distance.value()).isCloseTo(25, within(ROUNDING));
    assertThat(distance.covariances()).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void inOneDimensionItIsTheSquaredDifferenceOfStandardDeviations() {
    assertThat(of(new double[][] {{9}}, new double[][] {{0.25}})).isCloseTo(6.25, within(1e-12));
  }

  @Test
  void diagonalCovariancesHaveAClosedForm() {
    assertThat(of(new double[][] {{4, 0}, {0, 1}}, new double[][] {{1, 0}, {0, 9}}))
        .isCloseTo(5, within(1e-12));
  }

  // The specification's known answer, to its six digits.
  @Test
  void fullCovariancesAndMeans() {
    FrechetDistance distance =
        FrechetDistance.of(
            new Gaussian(new double[] {0, 0}, new double[][] {{2, 0.5}, {0.5, 1}}),
            new Gaussian(new double[] {1, 2}, new double[][] {{1, -0.3}, {-0.3, 1.5}}));
    assertThat(distance.value()).isCloseTo(5.463471, within(5e-7));
  }

  // Python 3, numpy 2.4.6 and scipy 1.17.1: trace(a + b - 2 scipy.linalg.sqrtm(a @ b).real) of
  // numpy.cov(x, rowvar=False), numpy.cov(y, rowvar=False), and the squared difference of means.
  @Test
  void agreesWithScipysMatrixRoot() {
    FrechetDistance distance =
        FrechetDistance.of(moments(one()).gaussian(), moments(other()).gaussian());
    assertThat(distance.means()).isCloseTo(0.4048309150904241, within(ROUNDING));
    assertThat(distance.covariances()).isCloseTo(2.805460332989189, within(ROUNDING));
  }

  @Test
  void equalSamplesAreAtZero() {
    assertThat(between(one(), one())).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void fewerVectorsThanDimensionsAreMeasured() {
    double[][] few = {{1, 0, 0, 0}, {0, 1, 0, 0}};
    assertThat(between(few, few)).isCloseTo(0, within(ROUNDING));
  }

  @Test
  void itIsSymmetric() {
    assertThat(between(one(), other())).isCloseTo(between(other(), one()), within(ROUNDING));
  }

  @Test
  void aCommonRotationAndShiftChangeNothing() {
    UnaryOperator<double[]> moved =
        v -> {
          double[] to = v.clone();
          to[0] = Math.cos(0.8) * v[0] - Math.sin(0.8) * v[3] + 100;
          to[3] = Math.sin(0.8) * v[0] + Math.cos(0.8) * v[3] - 7;
          return to;
        };
    assertThat(between(each(one(), moved), each(other(), moved)))
        .isCloseTo(between(one(), other()), within(ROUNDING));
  }

  @Test
  void vectorsThreeTimesAsLongAreNineTimesAsFar() {
    UnaryOperator<double[]> longer =
        v -> {
          double[] to = v.clone();
          for (int i = 0; i < to.length; i++) {
            to[i] *= 3;
          }
          return to;
        };
    assertThat(between(each(one(), longer), each(other(), longer)))
        .isCloseTo(9 * between(one(), other()), within(ROUNDING));
  }

  @Test
  void partsMergeToTheWhole() {
    double[][] all = one();
    GaussianMoments merged = null;
    for (int from = 0; from < all.length; from += 7) {
      GaussianMoments part = new GaussianMoments(all[from]);
      for (int i = from; i < Math.min(from + 7, all.length); i++) {
        part.add(all[i], 1);
      }
      merged = merged == null ? part : part.merge(merged);
    }
    Gaussian whole = moments(all).gaussian();
    assertThat(merged.weight()).isEqualTo(all.length);
    assertThat(merged.gaussian().mean()).containsExactly(whole.mean(), within(1e-14));
    for (int i = 0; i < whole.dimensions(); i++) {
      assertThat(merged.gaussian().covariance()[i])
          .containsExactly(whole.covariance()[i], within(1e-13));
    }
  }

  @Test
  void aMeanFarFromZeroCostsNoDigits() {
    UnaryOperator<double[]> far =
        v -> {
          double[] to = v.clone();
          to[2] += 1e8;
          return to;
        };
    // Adding 1e8 rounds each number to 1.5e-8.
    assertThat(between(each(one(), far), each(other(), far)))
        .isCloseTo(between(one(), other()), within(1e-7));
  }

  @Test
  void aVectorThatWeighsTwoIsThereTwice() {
    double[][] all = one();
    GaussianMoments twice = new GaussianMoments(all[0]);
    GaussianMoments weighed = new GaussianMoments(all[0]);
    for (int i = 0; i < all.length; i++) {
      weighed.add(all[i], 1 + i % 2);
      twice.add(all[i], 1);
      if (i % 2 == 1) {
        twice.add(all[i], 1);
      }
    }
    assertThat(FrechetDistance.of(twice.gaussian(), weighed.gaussian()).value())
        .isCloseTo(0, within(ROUNDING));
  }

  private static double of(double[][] a, double[][] b) {
    return FrechetDistance.of(
            new Gaussian(new double[a.length], a), new Gaussian(new double[b.length], b))
        .value();
  }

  private static double between(double[][] a, double[][] b) {
    return FrechetDistance.of(moments(a).gaussian(), moments(b).gaussian()).value();
  }

  private static GaussianMoments moments(double[][] vectors) {
    GaussianMoments moments = new GaussianMoments(vectors[0]);
    for (double[] vector : vectors) {
      moments.add(vector, 1);
    }
    return moments;
  }

  private static double[][] each(double[][] vectors, UnaryOperator<double[]> change) {
    double[][] changed = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      changed[i] = change.apply(vectors[i]);
    }
    return changed;
  }

  private static double[][] one() {
    return vectors(40, 1.3, 0.7, 0.5, 0);
  }

  private static double[][] other() {
    return vectors(55, 0.9, 1.1, 0.8, 0.25);
  }

  private static double[][] vectors(int count, double a, double b, double c, double shift) {
    double[][] vectors = new double[count][6];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 6; j++) {
        vectors[i][j] = Math.sin(a * i + b * j * j) + c * Math.cos(0.37 * i * (j + 1)) + shift;
      }
    }
    return vectors;
  }
}
