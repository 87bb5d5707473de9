package org.galton.junk.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import org.galton.numerics.MidRanks;
import org.junit.jupiter.api.Test;

final class TrendTest {
  private static final double[] DOSES = {0, 20, 50, 80, 100};

  // Accuracies of arXiv:2510.13928, junk 0 to 100 % by engagement.
  @Test
  void thePublishedSeriesHaveTheirKnownTrends() {
    Trend arc = trend(72.1, 71.2, 69.3, 64.1, 57.2);
    assertThat(arc.rho()).isEqualTo(-1);
    assertThat(arc.falls()).isCloseTo(1 / 120.0, within(1e-15));
    assertThat(arc.twoSided()).isCloseTo(2 / 120.0, within(1e-15));
    assertThat(arc.rises()).isEqualTo(1);
    assertThat(arc.exact()).isTrue();
    assertThat(trend(83.7, 83.3, 61.8, 62.7, 52.3).rho()).isCloseTo(-0.9, within(1e-12));
    Trend tracking = trend(86.3, 85.5, 59.4, 60.7, 22.4);
    assertThat(tracking.rho()).isCloseTo(-0.9, within(1e-12));
    // 1 arrangement has rho -1, and 4 have -0.9: those with one swap of neighbours.
    assertThat(tracking.falls()).isCloseTo(5 / 120.0, within(1e-15));
  }

  /** Every arrangement written out, with ties on both sides, in one block and in two. */
  @Test
  void countingAgreesWithEnumeration() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 40; round++) {
      DoseBlock one = block(random, 2 + random.nextInt(5), 4);
      DoseBlock two = block(random, 1 + random.nextInt(4), 3);
      agrees(List.of(one));
      agrees(List.of(one, two));
    }
  }

  private static void agrees(List<DoseBlock> blocks) {
    List<DoseBlock> telling =
        blocks.stream().filter(b -> Arrays.stream(b.doses()).distinct().count() > 1).toList();
    if (Trend.of(blocks, 1, 1, "x").isEmpty()) {
      return;
    }
    Trend trend = Trend.of(blocks, 1, 1, "x").orElseThrow();
    assertThat(trend.exact()).isTrue();
    double far = 0;
    List<double[]> alone = new ArrayList<>();
    for (DoseBlock block : telling) {
      double[] x = MidRanks.of(block.doses());
      double[] y = MidRanks.of(block.scores());
      List<Double> sums = new ArrayList<>();
      permute(x, y, 0, sums);
      double mean = sums.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      far += sum(x, y) - mean;
      alone.add(sums.stream().mapToDouble(s -> s - mean).toArray());
    }
    double[] all = alone.get(0);
    if (alone.size() == 2) {
      double[] second = alone.get(1);
      all = Arrays.stream(all).flatMap(a -> Arrays.stream(second).map(b -> a + b)).toArray();
    }
    double at = far;
    double falls = share(all, s -> s <= at + 1e-9);
    assertThat(trend.falls()).isCloseTo(falls, within(1e-12));
    assertThat(trend.rises()).isCloseTo(share(all, s -> s >= at - 1e-9), within(1e-12));
    assertThat(trend.twoSided())
        .isCloseTo(share(all, s -> Math.abs(s) >= Math.abs(at) - 1e-9), within(1e-12));
  }

  private static double share(double[] all, DoublePredicate reached) {
    return (double) Arrays.stream(all).filter(reached).count() / all.length;
  }

  private static void permute(double[] x, double[] y, int from, List<Double> sums) {
    if (from == y.length) {
      sums.add(sum(x, y));
      return;
    }
    for (int i = from; i < y.length; i++) {
      swap(y, from, i);
      permute(x, y, from + 1, sums);
      swap(y, from, i);
    }
  }

  private static void swap(double[] y, int i, int j) {
    double kept = y[i];
    y[i] = y[j];
    y[j] = kept;
  }

  private static double sum(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static DoseBlock block(SplittableRandom random, int size, int values) {
    return new DoseBlock(
        random.ints(size, 0, values).asDoubleStream().toArray(),
        random.ints(size, 0, values).asDoubleStream().toArray());
  }

  /** Four models at five doses, all falling: one arrangement in 120^4 falls as far. */
  @Test
  void severalModelsAreArrangedEachByItself() {
    DoseBlock fall = new DoseBlock(DOSES, new double[] {5, 4, 3, 2, 1});
    Trend trend = Trend.of(List.of(fall, fall, fall, fall), 1, 1, "x").orElseThrow();
    assertThat(trend.rho()).isEqualTo(-1);
    assertThat(trend.falls()).isCloseTo(Math.pow(120, -4), within(1e-20));
  }

  @Test
  void equalScoresHaveNoTrend() {
    assertThat(Trend.of(List.of(new DoseBlock(DOSES, new double[5])), 10, 1, "x")).isEmpty();
    assertThat(Trend.of(List.of(new DoseBlock(new double[3], new double[] {1, 2, 3})), 10, 1, "x"))
        .isEmpty();
  }

  // Fifteen are counted, sixteen are drawn; the drawn p lies within 4 standard errors of scipy's.
  @Test
  void manyScoresAreDrawnAndAgreeWithTheCount() {
    double[] x = new double[15];
    double[] y = new double[15];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 15; i++) {
      x[i] = i;
      y[i] = -0.12 * i + random.nextGaussian();
    }
    Trend counted = Trend.of(List.of(new DoseBlock(x, y)), 1, 1, "x").orElseThrow();
    assertThat(counted.exact()).isTrue();
    double[] more = Arrays.copyOf(x, 16);
    more[15] = 15;
    double[] scores = Arrays.copyOf(y, 16);
    scores[15] = -2;
    DoseBlock block = new DoseBlock(more, scores);
    Trend drawn = Trend.of(List.of(block), 20_000, 1, "x").orElseThrow();
    assertThat(drawn.exact()).isFalse();
    double[] back = new double[16];
    double[] backScores = new double[16];
    for (int i = 0; i < 16; i++) {
      back[i] = more[15 - i];
      backScores[i] = scores[15 - i];
    }
    assertThat(Trend.of(List.of(new DoseBlock(back, backScores)), 20_000, 1, "x")).hasValue(drawn);
    // Student's t of rho with 14 degrees is near the permutation distribution at this size.
    double t = drawn.rho() * Math.sqrt(14 / (1 - drawn.rho() * drawn.rho()));
    double p = org.galton.statistics.Confidence.studentTails(t, 14);
    assertThat(drawn.twoSided()).isCloseTo(p, within(4 * Math.sqrt(p / 20_000) + 0.1 * p));
  }

  private static Trend trend(double... scores) {
    return Trend.of(List.of(new DoseBlock(DOSES, scores)), 10, 1, "x").orElseThrow();
  }
}
