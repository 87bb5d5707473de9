package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.galton.information.GaussianInformation.BiasCorrection;
import org.galton.information.NearestNeighbourInformation.Box;
import org.galton.numerics.PortableStream;
import org.junit.jupiter.api.Test;

class ContinuousEstimatorTest {
  private static final double DIGITS = 5.1e-7;
  private static final double[] X = {0.1, 0.9, 0.4, 1.7, 1.2, 2.4, 0.7, 2.0, 1.5, 3.1};
  private static final double[] Y = {0.3, 1.1, 0.2, 1.4, 1.9, 2.2, 1.0, 1.6, 2.5, 2.7};

  private final GaussianInformation gaussian = GaussianInformation.withDefaults();
  private final GaussianInformation raw = gaussian.with(BiasCorrection.NONE);
  private final GaussianCopulaInformation copula = GaussianCopulaInformation.withDefaults();
  private final NearestNeighbourInformation cube = NearestNeighbourInformation.withDefaults();
  private final NearestNeighbourInformation rectangle = cube.with(Box.RECTANGLE);

  @Test
  void tenPointsHaveTheirGaussianInformation() {
    assertThat(information(raw, X, Y)).isCloseTo(0.969767, within(DIGITS));
    assertThat(information(gaussian, X, Y)).isCloseTo(0.874006, within(DIGITS));
    assertThat(information(copula.with(raw), X, Y)).isCloseTo(0.964527, within(DIGITS));
    assertThat(information(copula, X, Y)).isCloseTo(0.868766, within(DIGITS));
  }

  @Test
  void tenPointsHaveTheirNearestNeighbourInformation() {
    double[] cubes = {0.493837, 0.592421, 0.388039};
    double[] rectangles = {0.397657, 0.445747, 0.368803};
    for (int k = 2; k <= 4; k++) {
      assertThat(information(cube.withNeighbours(k), X, Y)).isCloseTo(cubes[k - 2], within(DIGITS));
      assertThat(information(rectangle.withNeighbours(k), X, Y))
          .isCloseTo(rectangles[k - 2], within(DIGITS));
    }
  }

  /** Means over 40 samples of 400 draws; the standard error of a mean is below 0.012. */
  @Test
  void gaussianDrawsHaveTheirPopulationsInformation() {
    double[] correlations = {0.3, 0.6, 0.9};
    double[] population = {0.068031, 0.321928, 1.197964};
    for (int i = 0; i < correlations.length; i++) {
      for (ContinuousEstimator estimator :
          new ContinuousEstimator[] {gaussian, copula, cube, rectangle}) {
        assertThat(mean(estimator, correlations[i]))
            .as(estimator + " at " + correlations[i])
            .isCloseTo(population[i], within(0.04));
      }
    }
  }

  private static double mean(ContinuousEstimator estimator, double correlation) {
    SplittableRandom random = new SplittableRandom(8);
    int samples = 40;
    double sum = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[] x = gaussian(random, 400);
      double[] noise = gaussian(random, 400);
      double[] y = new double[x.length];
      Arrays.setAll(
          y, r -> correlation * x[r] + Math.sqrt(1 - correlation * correlation) * noise[r]);
      sum += information(estimator, x, y);
    }
    return sum / samples;
  }

  @Test
  void correlatedSourcesHaveTheirAtomsByTheLeastInformation() {
    // Orthogonal contrasts, mixed so that the sample correlations are 0.2, 0.6 and 0.5.
    double[] a = {1, 1, 1, 1, -1, -1, -1, -1};
    double[] b = {1, 1, -1, -1, 1, 1, -1, -1};
    double[] c = {1, -1, 1, -1, 1, -1, 1, -1};
    double b2 = Math.sqrt(1 - 0.04);
    double c2 = (0.5 - 0.2 * 0.6) / b2;
    double c3 = Math.sqrt(1 - 0.36 - c2 * c2);
    double[] second = new double[8];
    double[] target = new double[8];
    Arrays.setAll(second, i -> 0.2 * a[i] + b2 * b[i]);
    Arrays.setAll(target, i -> 0.6 * a[i] + c2 * b[i] + c3 * c[i]);
    SourceInformation known =
        SourceInformation.of(
            new double[][] {a}, new double[][] {second}, new double[][] {target}, raw);
    assertThat(known.first()).isCloseTo(0.321928, within(DIGITS));
    assertThat(known.second()).isCloseTo(0.207519, within(DIGITS));
    assertThat(known.both()).isCloseTo(0.515187, within(DIGITS));
    Decomposition atoms = known.decomposed(known.least());
    assertThat(atoms.redundancy()).isCloseTo(0.207519, within(DIGITS));
    assertThat(atoms.synergy()).isCloseTo(0.193259, within(DIGITS));
  }

  /** Against a search through all pairs, with two columns on one side and ties. */
  @Test
  void neighboursAreThoseOfASearchThroughAllPairs() {
    long seed = 4;
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 30; trial++) {
      int n = 8 + random.nextInt(60);
      boolean ties = trial % 3 == 0;
      double[][] x = new double[1 + trial % 2][n];
      double[][] y = new double[1 + trial / 2 % 2][n];
      for (double[] column : SampleMatrix.joined(x, y)) {
        Arrays.setAll(column, i -> ties ? random.nextInt(9) : random.nextDouble());
      }
      int k = 1 + random.nextInt(5);
      assertThat(cube.withNeighbours(k).information(x, y))
          .as("seed " + seed + " trial " + trial)
          .isCloseTo(allPairs(x, y, k), within(1e-12));
    }
  }

  private static double allPairs(double[][] x, double[][] y, int k) {
    int n = x[0].length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int point = i;
      double radius = distances(SampleMatrix.joined(x, y), point)[k];
      double nx = Arrays.stream(distances(x, point)).skip(1).filter(d -> d < radius).count();
      double ny = Arrays.stream(distances(y, point)).skip(1).filter(d -> d < radius).count();
      sum += harmonic((int) nx) + harmonic((int) ny);
    }
    return (harmonic(k - 1) + harmonic(n - 1) - sum / n) / Math.log(2);
  }

  /** Sorted, its own distance of 0 first. */
  private static double[] distances(double[][] columns, int point) {
    double[] distances = new double[columns[0].length];
    Arrays.setAll(distances, i -> NeighbourSearch.distance(columns, point, i));
    return Arrays.stream(distances).sorted().toArray();
  }

  /** psi(m + 1) without Euler's constant, which cancels. */
  private static double harmonic(int m) {
    double sum = 0;
    for (int i = 1; i <= m; i++) {
      sum += 1.0 / i;
    }
    return sum;
  }

  @Test
  void columnsOfMostlyEqualValuesAreNotTiedToEachOther() {
    SplittableRandom random = new SplittableRandom(6);
    double[] x = new double[400];
    double[] y = new double[400];
    Arrays.setAll(x, i -> random.nextInt(2));
    Arrays.setAll(y, i -> random.nextInt(2));
    assertThat(information(copula, x, y)).isCloseTo(0, within(0.01));
  }

  @Test
  void monotoneMapsChangeNoCopula() {
    double[] cubed = Arrays.stream(X).map(v -> v * v * v).toArray();
    assertThat(information(copula, cubed, Y)).isEqualTo(information(copula, X, Y));
  }

  @Test
  void tieNoiseSeparatesEqualValuesAndKeepsTheOrderOfOthers() {
    double[] column = {3, 1, 3, 2, 1};
    assertThat(TieNoise.isNeeded(column)).isTrue();
    assertThat(TieNoise.isNeeded(X)).isFalse();
    double[] noisy = TieNoise.added(column, PortableStream.of(42, "x", "tie noise", 0));
    assertThat(TieNoise.isNeeded(noisy)).isFalse();
    assertThat(noisy).containsExactly(column, within(1.1e-8));
  }

  @Test
  void columnsWithoutAnEstimateAreRefused() {
    double[] constant = new double[10];
    assertThatThrownBy(() -> information(gaussian, X, constant))
        .hasMessage("Invalid column of constant value 0.0: expected values that differ");
    assertThatThrownBy(() -> information(gaussian, X, X))
        .hasMessage(
            "Invalid columns: one is a linear combination of the others; expected none that is");
    assertThatThrownBy(() -> information(cube, new double[5], new double[5]))
        .hasMessage("Invalid number of observations 5: expected 6 or more");
    assertThatThrownBy(() -> information(gaussian, X, new double[9]))
        .hasMessage("Invalid column of length 9: expected all of length 10");
    double[] broken = X.clone();
    broken[3] = Double.NaN;
    assertThatThrownBy(() -> information(copula, broken, Y))
        .hasMessage("Invalid value NaN: expected a finite number");
    assertThatThrownBy(() -> cube.withNeighbours(0))
        .hasMessage("Invalid neighbours 0: expected 1 or more");
  }

  private static double information(ContinuousEstimator estimator, double[] x, double[] y) {
    return estimator.information(new double[][] {x}, new double[][] {y});
  }

  /** Box and Muller. */
  private static double[] gaussian(SplittableRandom random, int length) {
    double[] draws = new double[length];
    Arrays.setAll(
        draws,
        i ->
            Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble()));
    return draws;
  }
}
