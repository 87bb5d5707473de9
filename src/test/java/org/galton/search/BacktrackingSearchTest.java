package org.galton.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.galton.numerics.SplitMix64;
import org.galton.search.BacktrackingSampler.Output;
import org.junit.jupiter.api.Test;

final class BacktrackingSearchTest {
  private static final int ROLLOUTS = 20_000;

  /** Of the first leaf with the inexact values, from the tree's absorbing chain. */
  private static final Map<String, Double> FIRST_LEAF =
      Map.of("00", .624277, "01", 0., "10", .150289, "11", .225434);

  @Test
  void theWalkDrawsTheTargetThoughItsValuesAreWrong() {
    Map<String, Long> found = KnownTree.inexact().found(walk(Output.WALK, 60), ROLLOUTS);

    assertThat(found.get("01")).isZero();
    assertThat(pValue(found, KnownTree.TARGET)).isGreaterThan(0.01);
  }

  /** The test above can tell: the law of the first leaf is 0.079 from the target. */
  @Test
  void theFirstLeafHasItsOwnLaw() {
    Map<String, Long> found = KnownTree.inexact().found(walk(Output.FIRST_LEAF, 1000), ROLLOUTS);

    assertThat(pValue(found, FIRST_LEAF)).isGreaterThan(0.01);
    assertThat(pValue(found, KnownTree.TARGET)).isLessThan(1e-6);
  }

  @Test
  void theFirstLeafHasTheTargetsLawWhereValuesAreExact() {
    Map<String, Long> found = KnownTree.exact().found(walk(Output.FIRST_LEAF, 1000), ROLLOUTS);

    assertThat(pValue(found, KnownTree.TARGET)).isGreaterThan(0.01);
  }

  /** Where the parent weighs by its own value, which is the usual mistake. */
  @Test
  void aWrongWeightOfTheParentFailsTheSameTest() {
    Map<String, Long> wrong = KnownTree.inexact().found(seed -> plainWalk(seed, .55, .8), ROLLOUTS);

    assertThat(pValue(wrong, KnownTree.TARGET)).isLessThan(1e-6);
  }

  /**
   * A walk of 60 steps over the tree with its inexact values, written plainly.
   *
   * @param fromInner weight of the root, seen from its children
   * @param fromLeaf weight of an inner node, seen from its leaves
   */
  private static Optional<String> plainWalk(long seed, double fromInner, double fromLeaf) {
    SplitMix64 random = new SplitMix64(seed);
    String here = "";
    for (int step = 0; step < 60; step++) {
      double back = here.isEmpty() ? 0 : here.length() == 1 ? fromInner : fromLeaf;
      if (random.nextUnit() < back / (back + 1)) {
        here = here.substring(0, here.length() - 1);
      } else if (here.length() < 2) {
        Child<String> child = KnownTree.inexact().draw(new Wish<>(here, random.nextLong()));
        here = random.nextUnit() < child.value() ? child.state() : here;
      }
    }
    return Optional.of(here).filter(leaf -> leaf.length() == 2);
  }

  /**
   * Of a walk that is never given up: stationary weights are pref (b + 1) at inner nodes, and 2
   * pref tau at leaves.
   */
  @Test
  void theShareOfStepsAtLeavesIsThatOfTheStationaryLaw() {
    double inner = 1 + .6 * (1 + .8) + .4 * (1 + .5);
    double leaves = 2 * .55;
    int steps = 400_000;
    SearchEnd<String> end =
        KnownTree.inexact().run(new BacktrackingSearch<>("", 5, Output.WALK, steps, 0), 1);

    double share = (double) end.counts().leafVisits() / steps;

    // Steps hang together: 5 standard deviations of independent ones are about 0.003.
    assertThat(share).isCloseTo(leaves / (inner + leaves), within(0.005));
  }

  @Test
  void whatIsDrawnAheadChangesNothing() {
    for (long seed : KnownTree.seeds(200)) {
      SearchEnd<String> alone =
          KnownTree.inexact().run(walk(Output.WALK, 40).start("", seed, 2), 1);
      SearchEnd<String> ahead =
          KnownTree.inexact().run(walk(Output.WALK, 40).start("", seed, 2), 16);

      assertThat(ahead).isEqualTo(alone);
    }
  }

  @Test
  void aWalkWithoutARightCompletionIsGivenUpWhereItStands() {
    Search<String> search = new BacktrackingSearch<>("", 3, Output.WALK, 10, 2);
    for (List<Wish<String>> wishes = search.wishes(4);
        !wishes.isEmpty();
        wishes = search.wishes(4)) {
      search.hear(wishes.stream().map(wish -> new Child<>(wish.from() + "x", 0, false)).toList());
    }

    SearchEnd<String> end = search.end();

    assertThat(end.kind()).isEqualTo(SearchEnd.Kind.GIVEN_UP);
    assertThat(end.state()).isEqualTo("x");
    assertThat(end.counts()).isEqualTo(new SearchCounts(30, 0, 2, 30, 30, 0));
  }

  @Test
  void stepsAndRestartsFollowFromTheHorizonAndTheError() {
    BacktrackingSampler sampler =
        new BacktrackingSampler(
            8, 0.5, Output.WALK, 0.5, 0.1, 1, 0, BacktrackingSampler.BY_FORMULA);

    // 8 blocks: 64 * 1.5^4 * ln 10 = 746.04; 8 * 1.5 * 8 * ln 2 = 66.5
    assertThat(sampler.steps(64)).isEqualTo(747);
    assertThat(sampler.restarts(64)).isEqualTo(67);
    assertThat(sampler.settings(64))
        .isEqualTo("sampler=vgb block=8 value=noisy(0.5) steps=747 restarts=67");
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> new BacktrackingSampler(8, 0, Output.WALK, 0, 1, 64, 0, 0))
        .hasMessage("Invalid delta 1.0: expected above 0 and below 1");
  }

  private static BacktrackingSampler walk(Output output, int steps) {
    // With a horizon of 1, no error and delta 1/e the steps are the constant.
    return new BacktrackingSampler(1, 0, output, 0, 1 / Math.E, steps - 0.5, 1, 1000);
  }

  /** Pearson's test of the leaves that can be found at all. */
  private static double pValue(Map<String, Long> found, Map<String, Double> law) {
    long all = found.values().stream().mapToLong(Long::longValue).sum();
    double statistic = 0;
    int cells = 0;
    for (Map.Entry<String, Double> leaf : law.entrySet()) {
      double expected = leaf.getValue() * all;
      if (expected > 0) {
        statistic += Math.pow(found.get(leaf.getKey()) - expected, 2) / expected;
        cells++;
      }
    }
    return 1 - new ChiSquaredDistribution(cells - 1).cumulativeProbability(statistic);
  }
}
