package org.galton.balance.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.galton.balance.SimulatedChain;
import org.galton.balance.TransitionCounts;
import org.galton.balance.WorkedExamples;
import org.junit.jupiter.api.Test;

class ExactBalanceTest {
  private static final int CHAINS = 200;
  private static final int DRIVEN = 60;

  /** One loop: all tables with its margins can be listed. */
  @Test
  void agreesWithTheListOfAllTables() {
    double[] improbability = new double[421];
    for (int moved = -100; moved <= 320; moved++) {
      improbability[moved + 100] =
          table(400, 300 + moved) + table(300, 200 + moved) + table(260, 20 + moved);
    }
    double observed = improbability[100];
    double all = 0;
    double extreme = 0;
    for (double u : improbability) {
      if (u < Double.POSITIVE_INFINITY) {
        all += Math.exp(observed - u);
        extreme += u >= observed - 1e-9 ? Math.exp(observed - u) : 0;
      }
    }
    assertThat(extreme / all).isCloseTo(0.0175, within(0.004));
    ExactCycleResult result =
        ExactCycleTest.withSeed(11).withSimulations(19_999).test(WorkedExamples.violated());
    assertThat(result.pValue().orElseThrow()).isCloseTo(extreme / all, within(0.004));
    assertThat(result.cycles()).isEqualTo(1);
    assertThat(result.steps()).isEqualTo(200);
  }

  private static double table(int total, int moves) {
    return moves < 0 || moves > total
        ? Double.POSITIVE_INFINITY
        : Gamma.logGamma(moves + 1) + Gamma.logGamma(total - moves + 1);
  }

  @Test
  void acceptsPerfectBalance() {
    assertThat(p(WorkedExamples.balanced())).isEqualTo(1);
  }

  @Test
  void refusesALoopWalkedOneWay() {
    assertThat(p(WorkedExamples.oneWayCycle())).isEqualTo(0.005);
  }

  @Test
  void sameSeedSamePValue() {
    SplittableRandom random = new SplittableRandom(3);
    TransitionCounts counts = SimulatedChain.draw(random, 12, 0.5, 1, 0).count(random, 30);
    ExactCycleTest test = ExactCycleTest.withSeed(5);
    assertThat(test.test(counts)).isEqualTo(test.test(counts));
    double[] others = IntStream.range(0, 6).mapToDouble(seed -> p(seed, counts)).toArray();
    assertThat(Arrays.stream(others).distinct().count()).isGreaterThan(1);
    assertThat(Arrays.stream(others).max().orElseThrow())
        .isLessThan(Arrays.stream(others).min().orElseThrow() + 0.2);
  }

  @Test
  void untestableWithoutALoop() {
    ExactCycleResult none = ExactCycleTest.withSeed(1).test(WorkedExamples.words());
    assertThat(none.testable()).isFalse();
    assertThat(none.cycles()).isZero();
    assertThat(ExactCycleTest.withSeed(1).test(WorkedExamples.empty()).testable()).isFalse();
  }

  /** Three states, three pairs, but no way back: every other table has other outflows. */
  @Test
  void untestableWhereNoLoopLeadsBack() {
    TransitionCounts forward =
        TransitionCounts.builder().add("a", "b", 9).add("b", "c", 9).add("a", "c", 9).build();
    assertThat(ExactCycleTest.withSeed(1).test(forward).testable()).isFalse();
  }

  @Test
  void reachesLongLoopsWithoutTriangles() {
    TransitionCounts.Builder ring = TransitionCounts.builder();
    for (int f = 0; f < 30; f++) {
      ring.add(SimulatedChain.name(f), SimulatedChain.name((f + 1) % 30), 12);
      ring.add(SimulatedChain.name((f + 1) % 30), SimulatedChain.name(f), 4);
    }
    ExactCycleResult result = ExactCycleTest.withSeed(1).test(ring.build());
    assertThat(result.cycles()).isEqualTo(1);
    assertThat(result.pValue().orElseThrow()).isEqualTo(0.005);
  }

  @Test
  void largeCountsMoveInLargeSteps() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .add("a", "b", 1_001_000)
            .add("b", "a", 999_000)
            .add("b", "c", 1_001_000)
            .add("c", "b", 999_000)
            .add("c", "a", 1_001_000)
            .add("a", "c", 999_000)
            .build();
    // affinity 0.006, sd sqrt(6e-6): 2.45 standard deviations
    assertThat(ExactCycleTest.withSeed(1).withSimulations(4999).test(counts).pValue().orElseThrow())
        .isCloseTo(0.0143, within(0.006));
  }

  @Test
  void drawsFromTooManyTriangles() {
    SplittableRandom random = new SplittableRandom(8);
    TransitionCounts counts = SimulatedChain.draw(random, 20, 1, 0.2, 0).count(random, 400);
    int all = ExactCycleTest.withSeed(1).test(counts).cycles();
    int drawn = ExactCycleTest.withSeed(1).withMostTriangles(50).test(counts).cycles();
    assertThat(all).isGreaterThanOrEqualTo(1140);
    // 50 triangles, those that close the 171 pairs outside the forest, and squares
    assertThat(drawn).isBetween(50 + 171, 50 + 171 + 190);
  }

  @Test
  void rejectsTenOfAHundredBalancedChains() {
    double[] values =
        IntStream.range(0, CHAINS)
            .mapToDouble(
                chain -> {
                  SplittableRandom random = new SplittableRandom(1000 + chain);
                  SimulatedChain agent = SimulatedChain.draw(random, 6, 1, 1, 0);
                  return p(7, agent.count(random, 60));
                })
            .toArray();
    assertThat(share(values, 0.1)).isBetween(0.05, 0.15);
    // Kolmogorov and Smirnov, 1.63 / sqrt(n): one time in a hundred, plus the grain of p
    for (double at = 0.05; at < 1; at += 0.05) {
      assertThat(share(values, at)).isCloseTo(at, within(0.115 + 0.005));
    }
  }

  /**
   * Sparse counts of a ring that is driven: pairs seen one way say most, and X2 leaves them out.
   */
  @Test
  void catchesWhatChiSquareMisses() {
    int caught = 0;
    int caughtByChiSquare = 0;
    for (int i = 0; i < DRIVEN; i++) {
      SplittableRandom random = new SplittableRandom(3000 + i);
      TransitionCounts counts = SimulatedChain.draw(random, 8, 0.6, 1, 3).count(random, 40);
      caught += p(7, counts) <= 0.1 ? 1 : 0;
      caughtByChiSquare += CycleChiSquare.test(counts).pValue().orElse(1) <= 0.1 ? 1 : 0;
    }
    assertThat(caught).isGreaterThanOrEqualTo(DRIVEN * 95 / 100);
    assertThat(caughtByChiSquare).isLessThan(DRIVEN * 60 / 100);
  }

  @Test
  void refusesSettings() {
    assertThatThrownBy(() -> ExactCycleTest.withSeed(1).withSimulations(0))
        .hasMessage("Invalid simulations 0: expected 1 or more");
    assertThatThrownBy(() -> ExactCycleTest.withSeed(1).withSteps(0))
        .hasMessage("Invalid steps 0: expected 1 or more");
    assertThatThrownBy(() -> ExactCycleTest.withSeed(1).withMostTriangles(0))
        .hasMessage("Invalid most triangles 0: expected 1 or more");
  }

  private static double share(double[] values, double level) {
    return DoubleStream.of(values).filter(p -> p <= level).count() / (double) values.length;
  }

  private static double p(TransitionCounts counts) {
    return p(1, counts);
  }

  private static double p(long seed, TransitionCounts counts) {
    return ExactCycleTest.withSeed(seed).test(counts).pValue().orElseThrow();
  }
}
