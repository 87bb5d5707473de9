package org.galton.balance.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.galton.balance.SimulatedChain;
import org.galton.balance.TransitionCounts;
import org.galton.balance.WorkedExamples;
import org.junit.jupiter.api.Test;

/** Figures worked out by an independent program, to the digits it printed. */
class KnownTestsTest {
  private static final Offset<Double> SIX_DIGITS = within(5e-7);

  @Test
  void perfectBalance() {
    BalanceFit fit = CycleChiSquare.test(WorkedExamples.balanced());
    assertThat(fit.statistic().orElseThrow()).isCloseTo(0, within(1e-20));
    assertThat(fit.dof()).isEqualTo(1);
    assertThat(fit.pValue().orElseThrow()).isCloseTo(1, within(1e-9));
    BinomialDeviance deviance = BinomialDeviance.of(WorkedExamples.balanced());
    assertThat(deviance.fit().statistic().orElseThrow()).isCloseTo(0, within(1e-12));
    Map<String, Double> potential = deviance.potential();
    assertThat(potential.get("b") - potential.get("a")).isCloseTo(Math.log(2), within(1e-12));
    assertThat(potential.get("c") - potential.get("a")).isCloseTo(Math.log(6), within(1e-12));
  }

  /** V does not depend on how often each state was tried from. */
  @Test
  void attemptsAreOffsets() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .attempts("a", 3000)
            .attempts("b", 1000)
            .attempts("c", 100)
            .add("a", "b", 300)
            .add("b", "a", 200)
            .add("b", "c", 50)
            .add("c", "b", 15)
            .add("a", "c", 90)
            .add("c", "a", 18)
            .build();
    BinomialDeviance deviance = BinomialDeviance.of(counts);
    Map<String, Double> potential = deviance.potential();
    assertThat(deviance.fit().statistic().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(potential.get("b") - potential.get("a")).isCloseTo(Math.log(2), within(1e-12));
    assertThat(potential.get("c") - potential.get("a")).isCloseTo(Math.log(6), within(1e-12));
    assertThat(CycleChiSquare.test(counts).statistic().orElseThrow()).isCloseTo(0, within(1e-20));
  }

  @Test
  void violatedLoop() {
    BalanceFit fit = CycleChiSquare.test(WorkedExamples.violated());
    assertThat(fit.statistic().orElseThrow()).isCloseTo(5.823673, SIX_DIGITS);
    assertThat(fit.dof()).isEqualTo(1);
    assertThat(fit.pairs()).isEqualTo(3);
    assertThat(fit.pValue().orElseThrow()).isCloseTo(0.015812, SIX_DIGITS);
    BinomialDeviance deviance = BinomialDeviance.of(WorkedExamples.violated());
    assertThat(deviance.fit().statistic().orElseThrow()).isCloseTo(6.253372, SIX_DIGITS);
    assertThat(deviance.fit().dof()).isEqualTo(1);
    assertThat(deviance.fit().pairs()).isEqualTo(3);
    assertThat(deviance.fit().pValue().orElseThrow()).isCloseTo(0.012396, SIX_DIGITS);
    assertThat(deviance.potential().get("a")).isCloseTo(1.096695, SIX_DIGITS);
    assertThat(deviance.potential().get("b")).isCloseTo(-0.130177, SIX_DIGITS);
    assertThat(deviance.potential().get("c")).isCloseTo(-0.966518, SIX_DIGITS);
  }

  @Test
  void violatedTriangle() {
    TriangleFigures figures = Triangles.withDefaults().of(WorkedExamples.violated());
    assertThat(figures.triangles()).isEqualTo(1);
    assertThat(figures.meanSquare().orElseThrow()).isCloseTo(5.823673, SIX_DIGITS);
    assertThat(figures.published().orElseThrow()).isCloseTo(5.428848, SIX_DIGITS);
    assertThat(figures.publishedTriangles()).isEqualTo(1);
    TriangleLoop loop = figures.loops().get(0);
    assertThat(List.of(loop.first(), loop.second(), loop.third())).containsExactly("a", "b", "c");
    assertThat(loop.forward()).isCloseTo(Math.log(0.3 * 0.2 * 0.02), within(1e-12));
    assertThat(loop.backward()).isCloseTo(Math.log(0.24 * 0.1 * 0.1), within(1e-12));
    assertThat(loop.affinity()).isCloseTo(Math.log(0.5), within(1e-12));
    assertThat(loop.sd() * loop.sd())
        .isCloseTo(1 / 300.0 + 1 / 200.0 + 2 / 100.0 + 1 / 240.0 + 1 / 20.0, within(1e-12));
    assertThat(loop.pValue()).isCloseTo(0.015812, SIX_DIGITS);
    assertThat(loop.qValue()).isEqualTo(loop.pValue());
  }

  /** What a row is divided by changes both sums, and the published variance, not the affinity. */
  @Test
  void divisorsCancel() {
    double[] moves = {540, 300, 120};
    TriangleFigures figures = Triangles.withDefaults().of(WorkedExamples.violated(), moves);
    assertThat(figures.meanSquare().orElseThrow()).isCloseTo(5.823673, SIX_DIGITS);
    assertThat(figures.published().orElseThrow()).isLessThan(5.4);
    assertThat(figures.loops().get(0).affinity()).isCloseTo(Math.log(0.5), within(1e-12));
    double[] dropped = {540, 0, 120};
    assertThat(Triangles.withDefaults().of(WorkedExamples.violated(), dropped).triangles())
        .isZero();
    assertThatThrownBy(() -> Triangles.withDefaults().of(WorkedExamples.violated(), new double[2]))
        .hasMessage("Invalid number of N0 2: expected 3, the states");
  }

  @Test
  void trianglesNeedCountsBothWays() {
    assertThat(Triangles.withDefaults().withLeast(20).of(WorkedExamples.violated()).triangles())
        .isEqualTo(1);
    TriangleFigures none = Triangles.withDefaults().withLeast(21).of(WorkedExamples.violated());
    assertThat(none.triangles()).isZero();
    assertThat(none.meanSquare()).isEmpty();
    assertThat(none.published()).isEmpty();
    assertThat(none.loops()).isEmpty();
    assertThat(Triangles.withDefaults().of(WorkedExamples.oneWayCycle()).triangles()).isZero();
    assertThatThrownBy(() -> Triangles.withDefaults().withLeast(0))
        .hasMessage("Invalid least count 0: expected 1 or more");
  }

  /** With N0 of 0.05 each, the published variance would be 120. */
  @Test
  void publishedFigureLeavesOutLargeVariances() {
    TriangleFigures figures =
        Triangles.withDefaults().of(WorkedExamples.violated(), new double[] {0.05, 0.05, 0.05});
    assertThat(figures.triangles()).isEqualTo(1);
    assertThat(figures.publishedTriangles()).isZero();
    assertThat(figures.published()).isEmpty();
  }

  /** Every triple of a complete graph once, the most significant first, with q no less than p. */
  @Test
  void everyTripleOnce() {
    SplittableRandom random = new SplittableRandom(4);
    TransitionCounts counts = SimulatedChain.draw(random, 9, 1, 0.2, 1).count(random, 2000);
    TriangleFigures all = Triangles.withDefaults().of(counts);
    assertThat(all.triangles()).isEqualTo(84);
    assertThat(all.loops()).hasSize(84).doesNotHaveDuplicates();
    for (int i = 1; i < 84; i++) {
      assertThat(all.loops().get(i).pValue())
          .isGreaterThanOrEqualTo(all.loops().get(i - 1).pValue());
      assertThat(all.loops().get(i).qValue()).isGreaterThanOrEqualTo(all.loops().get(i).pValue());
    }
    TriangleFigures cut = Triangles.withDefaults().withMost(10).of(counts);
    assertThat(cut.triangles()).isEqualTo(84);
    assertThat(cut.meanSquare()).isEqualTo(all.meanSquare());
    for (int i = 0; i < 10; i++) {
      assertThat(cut.loops().get(i).affinity()).isEqualTo(all.loops().get(i).affinity());
      assertThat(cut.loops().get(i).qValue())
          .isGreaterThanOrEqualTo(all.loops().get(i).qValue() - 1e-15);
    }
  }

  @Test
  void oneWayCycle() {
    BinomialDeviance deviance = BinomialDeviance.of(WorkedExamples.oneWayCycle());
    assertThat(deviance.potential().get("a")).isCloseTo(0.992494, SIX_DIGITS);
    assertThat(deviance.potential().get("b")).isCloseTo(-0.333876, SIX_DIGITS);
    assertThat(deviance.potential().get("c")).isCloseTo(-0.658618, SIX_DIGITS);
    assertThat(deviance.fit().dof()).isEqualTo(1);
    assertThat(deviance.fit().pValue().orElseThrow()).isLessThan(1e-9);
    assertThat(CycleChiSquare.test(WorkedExamples.oneWayCycle()).testable()).isFalse();
  }

  /**
   * The best potential sends as much out of every state as was counted; few counts, one-way pairs.
   */
  @Test
  void devianceMatchesNetOutflows() {
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TransitionCounts counts = SimulatedChain.draw(random, 6, 1, 1, 3).count(random, 20);
      BinomialDeviance deviance = BinomialDeviance.of(counts);
      assertThat(deviance.fit().statistic().orElse(0)).isGreaterThanOrEqualTo(0);
      double[] rest = new double[counts.states().size()];
      PairGraph graph = PairGraph.returnable(counts);
      for (int pair = 0; pair < graph.pairs(); pair++) {
        int low = graph.low[pair];
        int high = graph.high[pair];
        double fall =
            deviance.potential().get(counts.states().get(low))
                - deviance.potential().get(counts.states().get(high))
                + Math.log((double) counts.attempts(low) / counts.attempts(high));
        double surplus = graph.up[pair] - graph.total(pair) / (1 + Math.exp(-fall));
        rest[low] += surplus;
        rest[high] -= surplus;
      }
      for (double surplus : rest) {
        assertThat(surplus).isCloseTo(0, within(1e-8));
      }
    }
  }

  /** A chain of pairs closed by one: differences add up along 2,000 states. */
  @Test
  void longWaysAreSolved() {
    TransitionCounts.Builder ring = TransitionCounts.builder();
    int states = 2000;
    for (int f = 0; f < states; f++) {
      String here = SimulatedChain.name(f);
      String next = SimulatedChain.name((f + 1) % states);
      ring.add(here, next, 30).add(next, here, f == 0 ? 60 : 30);
    }
    double precision = (states - 1) / 15.0 + 1 / 20.0;
    double expected = Math.log(2) * Math.log(2) / precision;
    BalanceFit fit = CycleChiSquare.test(ring.build());
    assertThat(fit.dof()).isEqualTo(1);
    assertThat(fit.statistic().orElseThrow()).isCloseTo(expected, within(1e-9));
  }

  /** A hub and its two leaves are a tree; the transient words have no potential. */
  @Test
  void treesAreUntestable() {
    BalanceFit fit = CycleChiSquare.test(WorkedExamples.words());
    assertThat(fit.dof()).isZero();
    assertThat(fit.pairs()).isEqualTo(2);
    assertThat(fit.testable()).isFalse();
    assertThat(fit.statistic()).isEmpty();
    BinomialDeviance deviance = BinomialDeviance.of(uniformClaude());
    assertThat(deviance.fit().testable()).isFalse();
    Map<String, Double> potential = deviance.potential();
    assertThat(potential).containsOnlyKeys("ATT", "PER", "PRO");
    assertThat(potential.get("PER") - potential.get("ATT"))
        .isCloseTo(Math.log(3879.0 / 66), within(1e-9));
    assertThat(potential.get("PRO") - potential.get("ATT"))
        .isCloseTo(Math.log(3558.0 / 20), within(1e-9));
  }

  private static TransitionCounts uniformClaude() {
    TransitionCounts.Builder counts = TransitionCounts.builder().addAll(WorkedExamples.words());
    Map.of("ATT", 86, "PER", 3879, "PRO", 3558)
        .forEach((state, moves) -> counts.addEscapes(state, 4000 - moves));
    return counts.build();
  }

  @Test
  void emptyIsUntestable() {
    assertThat(CycleChiSquare.test(WorkedExamples.empty()).testable()).isFalse();
    assertThat(BinomialDeviance.of(WorkedExamples.empty()).fit().testable()).isFalse();
    assertThat(BinomialDeviance.of(WorkedExamples.empty()).potential()).isEmpty();
    assertThat(Triangles.withDefaults().of(WorkedExamples.empty()).triangles()).isZero();
    assertThat(OneSidedBounds.of(WorkedExamples.empty())).isEmpty();
  }

  @Test
  void oneWayPairBoundsTheFall() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .add("f", "g", 66)
            .attempts("f", 4000)
            .attempts("g", 4000)
            .add("g", "unseen", 3)
            .build();
    List<OneSidedBound> bounds = OneSidedBounds.of(counts);
    assertThat(bounds).hasSize(1);
    assertThat(bounds.get(0).source()).isEqualTo("f");
    assertThat(bounds.get(0).target()).isEqualTo("g");
    assertThat(bounds.get(0).count()).isEqualTo(66);
    assertThat(bounds.get(0).bound()).isCloseTo(4.189655, SIX_DIGITS);
    assertThat(bounds.get(0).bound95()).isCloseTo(Math.log(66 / 2.996), within(1e-12));
    assertThat(OneSidedBounds.of(WorkedExamples.violated())).isEmpty();
  }

  /** Names in another order are states in another order. */
  @Test
  void orderOfStatesDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(9);
    TransitionCounts counts = SimulatedChain.draw(random, 15, 0.4, 1, 0.3).count(random, 40);
    TransitionCounts.Builder builder = TransitionCounts.builder();
    for (int state = 0; state < counts.states().size(); state++) {
      builder.attempts(renamed(counts, state), counts.attempts(state));
    }
    for (int move = 0; move < counts.moves(); move++) {
      String source = renamed(counts, counts.source(move));
      builder.add(source, renamed(counts, counts.target(move)), counts.count(move));
    }
    TransitionCounts other = builder.build();
    assertThat(CycleChiSquare.test(other).statistic().orElseThrow())
        .isCloseTo(CycleChiSquare.test(counts).statistic().orElseThrow(), within(1e-9));
    assertThat(BinomialDeviance.of(other).fit().statistic().orElseThrow())
        .isCloseTo(BinomialDeviance.of(counts).fit().statistic().orElseThrow(), within(1e-9));
    assertThat(Triangles.withDefaults().of(other).meanSquare().orElseThrow())
        .isCloseTo(Triangles.withDefaults().of(counts).meanSquare().orElseThrow(), within(1e-12));
    double p = ExactCycleTest.withSeed(2).withSimulations(999).test(counts).pValue().orElseThrow();
    double q = ExactCycleTest.withSeed(2).withSimulations(999).test(other).pValue().orElseThrow();
    assertThat(q).isCloseTo(p, within(0.1));
  }

  private static String renamed(TransitionCounts counts, int state) {
    return "t%04d".formatted(state * 7 % counts.states().size());
  }
}
