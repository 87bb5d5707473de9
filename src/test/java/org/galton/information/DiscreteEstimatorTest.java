package org.galton.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.galton.information.DiscreteEstimator.JAMES_STEIN;
import static org.galton.information.DiscreteEstimator.JEFFREYS;
import static org.galton.information.DiscreteEstimator.MILLER_MADOW;
import static org.galton.information.DiscreteEstimator.PLUG_IN;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscreteEstimatorTest {
  private static final int[] FIRST = {0};
  private static final int[] SECOND = {1};

  private final CountTable group =
      CountTable.of(
          WorkedExample.now(WorkedExample.sum()), WorkedExample.next(WorkedExample.sum()));

  @Test
  void theWorkedExampleHasItsInformationAboutTheNextSum() {
    assertThat(PLUG_IN.information(group, FIRST, SECOND)).isCloseTo(0.072057, within(5e-7));
    assertThat(JEFFREYS.information(group, FIRST, SECOND)).isCloseTo(0.048339, within(5e-7));
    double[] plugIn = {0.007234, 0.072057, 0.007234};
    double[] jeffreys = {0.005019, 0.048339, 0.005019};
    double[][] agents = {WorkedExample.A, WorkedExample.B, WorkedExample.C};
    for (int i = 0; i < agents.length; i++) {
      CountTable agent = agentAndNextSum(agents[i]);
      assertThat(PLUG_IN.information(agent, FIRST, SECOND)).isCloseTo(plugIn[i], within(5e-7));
      assertThat(JEFFREYS.information(agent, FIRST, SECOND)).isCloseTo(jeffreys[i], within(5e-7));
    }
    assertThat(MILLER_MADOW.information(agentAndNextSum(WorkedExample.A), FIRST, SECOND))
        .isCloseTo(-0.058343, within(5e-7));
  }

  @Test
  void theWorkedExampleHasItsInformationOfThreeAgents() {
    CountTable three =
        CountTable.of(
            WorkedExample.now(WorkedExample.A),
            WorkedExample.now(WorkedExample.B),
            WorkedExample.now(WorkedExample.C),
            WorkedExample.next(WorkedExample.sum()));
    int[] all = {0, 1, 2};
    int[] target = {3};
    assertThat(PLUG_IN.information(three, all, target)).isCloseTo(0.198131, within(5e-7));
    assertThat(JEFFREYS.information(three, all, target)).isCloseTo(0.047325, within(5e-7));
    assertThat(PLUG_IN.entropy(three, target)).isCloseTo(0.994030, within(5e-7));
    assertThat(JEFFREYS.entropy(three, target)).isCloseTo(0.998001, within(5e-7));
    assertThat(JEFFREYS.information(three, all, target) - bestPair(three, JEFFREYS))
        .isCloseTo(0.001948, within(5e-7));
    assertThat(PLUG_IN.information(three, all, target) - bestPair(three, PLUG_IN))
        .isCloseTo(0, within(5e-7));
  }

  private static double bestPair(CountTable three, DiscreteEstimator estimator) {
    int[][] pairs = {{0, 1}, {0, 2}, {1, 2}};
    return Arrays.stream(pairs)
        .mapToDouble(pair -> estimator.information(three, pair, new int[] {3}))
        .max()
        .orElseThrow();
  }

  @Test
  void jeffreysPullsAnExclusiveOrOf64RoundsTowardsNothing() {
    DiscreteSeries a = DiscreteSeries.of(rounds(64, i -> i & 1));
    DiscreteSeries b = DiscreteSeries.of(rounds(64, i -> i >> 1 & 1));
    DiscreteSeries xor = DiscreteSeries.of(rounds(64, i -> (i ^ i >> 1) & 1));
    // Next to an independent fair bit, as in the table of a pair and its joint future.
    DiscreteSeries free = DiscreteSeries.of(rounds(64, i -> i >> 2 & 1));
    CountTable counts = CountTable.of(a, b, xor, free);
    assertThat(JEFFREYS.information(counts, new int[] {0, 1}, new int[] {2, 3}))
        .isCloseTo(0.690, within(5e-4));
    assertThat(PLUG_IN.information(counts, new int[] {0, 1}, new int[] {2, 3})).isEqualTo(1);
  }

  @Test
  void entropyOfKnownCounts() {
    CountTable counts = CountTable.of(DiscreteSeries.of(0, 0, 0, 0, 0, 1, 1, 1, 2, 2));
    // R's entropy package: entropy(c(5, 3, 2), unit = "log2", method = "ML" and "MM").
    assertThat(PLUG_IN.entropy(counts, 0)).isCloseTo(1.485475, within(5e-7));
    assertThat(MILLER_MADOW.entropy(counts, 0)).isCloseTo(1.629745, within(5e-7));
  }

  @Test
  void jamesSteinShrinksByItsFormula() {
    CountTable counts = CountTable.of(DiscreteSeries.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 2));
    // By hand: sum q^2 = .66, sum (1/3 - q)^2 = .66 - 1/3, l = .34 / (9 * .326667) = .115646.
    double l = 0.34 / (9 * (0.66 - 1 / 3.0));
    double[] p = JAMES_STEIN.probabilities(counts).marginal(0);
    assertThat(p[0]).isCloseTo(l / 3 + (1 - l) * 0.8, within(1e-15));
    assertThat(p[1]).isCloseTo(l / 3 + (1 - l) * 0.1, within(1e-15));
    CountTable even = CountTable.of(DiscreteSeries.of(0, 1));
    assertThat(JAMES_STEIN.entropy(even, 0)).isEqualTo(1);
    CountTable one = CountTable.of(DiscreteSeries.of(0));
    assertThat(JAMES_STEIN.entropy(one, 0)).isZero();
  }

  /** Independent letters: the mean of 2,000 tables of 100 observations with 4 x 3 letters. */
  @Test
  void millerMadowRemovesTheFirstOrderOfTheBias() {
    SplittableRandom random = new SplittableRandom(5);
    double plugIn = 0;
    double corrected = 0;
    int tables = 2_000;
    for (int i = 0; i < tables; i++) {
      CountTable counts =
          CountTable.of(
              DiscreteSeries.of(rounds(100, r -> random.nextInt(4))),
              DiscreteSeries.of(rounds(100, r -> random.nextInt(3))));
      plugIn += PLUG_IN.information(counts, FIRST, SECOND) / tables;
      corrected += MILLER_MADOW.information(counts, FIRST, SECOND) / tables;
    }
    assertThat(plugIn).isCloseTo(6 / (200 * Math.log(2)), within(0.002));
    assertThat(corrected).isCloseTo(0, within(0.002));
  }

  @Test
  void masksCountAsLettersDo() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 500; trial++) {
      int length = 1 + random.nextInt(64);
      DiscreteSeries[] series = new DiscreteSeries[1 + random.nextInt(4)];
      Arrays.setAll(series, i -> DiscreteSeries.of(rounds(length, round -> random.nextInt(2))));
      CountTable masks = CountTable.byMasks(series, length);
      CountTable letters = CountTable.byLetters(series, length);
      assertThat(masks.cells()).as("seed " + seed).isEqualTo(letters.cells());
      for (int cell = 0; cell < masks.cells(); cell++) {
        assertThat(masks.count(cell)).as("seed " + seed).isEqualTo(letters.count(cell));
      }
    }
  }

  @Test
  void aConstantSeriesSaysNothing() {
    CountTable counts = CountTable.of(DiscreteSeries.of(5, 5, 5, 5), DiscreteSeries.of(0, 1, 1, 2));
    for (DiscreteEstimator estimator : DiscreteEstimator.values()) {
      assertThat(estimator.information(counts, FIRST, SECOND)).isCloseTo(0, within(1e-15));
    }
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    assertThatThrownBy(() -> CountTable.of(DiscreteSeries.of(1, 2), DiscreteSeries.of(1)))
        .hasMessage("Invalid series of length 1: expected all of length 2");
    assertThatThrownBy(() -> CountTable.of(DiscreteSeries.of()))
        .hasMessage("Invalid number of observations 0: expected 1 or more");
    assertThatThrownBy(() -> MILLER_MADOW.probabilities(group))
        .hasMessage(
            "Invalid estimator MILLER_MADOW: expected one with a table of probabilities, such as"
                + " JEFFREYS");
    assertThatThrownBy(() -> PLUG_IN.entropy(group, 2))
        .hasMessage("Invalid axis 2: expected 0 to 1");
    assertThatThrownBy(() -> PLUG_IN.information(group, FIRST, FIRST))
        .hasMessage("Invalid axis 0: expected each axis once");
    int[] wide = rounds(5_000, i -> i);
    assertThatThrownBy(() -> CountTable.of(DiscreteSeries.of(wide), DiscreteSeries.of(wide)))
        .hasMessage(
            "Invalid alphabets of sizes [5000, 5000]: expected at most 16777216 combinations of"
                + " letters");
    assertThatThrownBy(() -> JointTable.ofWeights(new int[] {2}, 1, -1))
        .hasMessage("Invalid weight -1.0: expected finite, 0 or more");
    assertThatThrownBy(() -> JointTable.ofWeights(new int[] {2}, 0, 0))
        .hasMessage("Invalid sum of weights 0.0: expected finite and above 0");
  }

  private static CountTable agentAndNextSum(double[] agent) {
    return CountTable.of(WorkedExample.now(agent), WorkedExample.next(WorkedExample.sum()));
  }

  private static int[] rounds(int length, java.util.function.IntUnaryOperator letter) {
    int[] letters = new int[length];
    Arrays.setAll(letters, letter);
    return letters;
  }
}
