package org.galton.search.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that an independent program printed, to all their digits. */
final class ExactLawsTest {
  private static final Offset<Double> PRINTED = within(5.1e-7);

  private final RewardTree tree = KnownTrees.small(0.8, 0.5);
  private final BacktrackingWalk walk = new BacktrackingWalk(tree, 0.5);
  private final LeafLaw target = ExactLaws.target(tree);

  @Test
  void targetAndExactValuesAreThoseOfTheReference() {
    assertLeaves(target, 6 / 11.0, 0, 2 / 11.0, 3 / 11.0);
    assertThat(ExactLaws.values(tree)).startsWith(new double[] {0.55, 0.5, 0.625}, within(1e-15));
    assertThat(ExactLaws.valueError(tree)).isEqualTo(0.6, within(1e-15));
  }

  @Test
  void theWalkHasTheTargetOnItsLeavesWhateverTheValues() {
    double[] stationary = walk.stationary();
    assertThat(stationary)
        .containsExactly(
            new double[] {.276423, .317073, .182927, .121951, 0, .040650, .060976}, PRINTED);
    assertThat(walk.leafMass()).isEqualTo(.223577, PRINTED);
    assertThat(walk.leafLaw().distance(target)).isLessThan(1e-15);

    Moves root = walk.moves(0);
    assertThat(root.down()).containsExactly(new double[] {6 / 17.0, 5 / 34.0}, within(1e-15));
    assertThat(root.stay()).isEqualTo(0.5);
    assertThat(root.up()).isZero();
    Moves zero = walk.moves(KnownTrees.place(tree, "0"));
    assertThat(zero.up()).isEqualTo(4 / 13.0, within(1e-15));
    assertThat(zero.down()).containsExactly(new double[] {5 / 26.0, 0}, within(1e-15));
    assertThat(walk.moves(KnownTrees.place(tree, "0.0")).up()).isEqualTo(0.5);
  }

  @Test
  void guidanceWithoutAWayBackAndTheFirstLeafMissTheTarget() {
    LeafLaw oneWay = ExactLaws.oneWay(tree);
    assertLeaves(oneWay, .705882, 0, .117647, .176471);
    assertThat(oneWay.distance(target)).isEqualTo(.160428, PRINTED);
    FirstLeaf first = FirstLeaf.of(tree);
    assertLeaves(first.law(), .624277, 0, .150289, .225434);
    assertThat(first.law().distance(target)).isEqualTo(.078823, PRINTED);
    assertThat(first.steps()).isEqualTo(4.598844, PRINTED);
  }

  @Test
  void exactValuesLeaveNothingToCorrect() {
    RewardTree exact = KnownTrees.small(0.5, 0.625);
    assertThat(new BacktrackingWalk(exact, 0.5).leafMass()).isEqualTo(0.25, within(1e-15));
    assertThat(FirstLeaf.of(exact).law().distance(target)).isLessThan(1e-15);
    assertThat(FirstLeaf.of(exact).steps()).isEqualTo(4, within(1e-12));
    assertThat(ExactLaws.oneWay(exact).distance(target)).isLessThan(1e-15);
    assertThat(ExactLaws.valueError(exact)).isZero();
  }

  @Test
  void exactValuesSpreadTheWalkEvenlyOverDepths() {
    int horizon = 6;
    RewardTree any =
        KnownTrees.uniform(3, horizon, name -> 1, name -> 1 + Math.floorMod(name.hashCode(), 7));
    RewardTree exact = KnownTrees.valued(any, (node, value) -> value);
    double[] byDepth = new double[horizon + 1];
    double[] stationary = new BacktrackingWalk(exact, 0.5).stationary();
    for (int node = 0; node < exact.size(); node++) {
      byDepth[exact.depth(node)] += stationary[node];
    }
    double[] expected = new double[horizon + 1];
    Arrays.fill(expected, 1.0 / horizon);
    expected[0] = 0.5 / horizon;
    expected[horizon] = 0.5 / horizon;
    assertThat(byDepth).containsExactly(expected, within(1e-14));
    assertThat(FirstLeaf.of(exact).steps()).isEqualTo(horizon * horizon, within(1e-10));
    assertThat(FirstLeaf.of(exact).roundTrip()).isEqualTo(2 * horizon * horizon, within(1e-10));
  }

  @Test
  void flatValuesCostTime() {
    RewardTree flat =
        KnownTrees.uniform(
            2, 3, name -> 1, name -> name.equals("0.0.0") || name.equals("1.1.1") ? 1 : 0);
    assertThat(new BacktrackingWalk(flat, 0.5).leafMass()).isEqualTo(1 / 18.0, within(1e-15));
    assertThat(FirstLeaf.of(flat).steps()).isEqualTo(25, within(1e-12));
    assertThat(ExactLaws.valueError(flat)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"4, .321916, .114278", "8, .489598, .124055"})
  void valuesThatComeOneTokenLate(int horizon, double oneWay, double firstLeaf) {
    RewardTree any =
        KnownTrees.uniform(
            2, horizon, name -> 1, name -> Math.exp(name.chars().filter(c -> c == '1').count()));
    double[] exact = ExactLaws.values(any);
    RewardTree delayed = KnownTrees.valued(any, (node, value) -> exact[any.parent(node)]);
    LeafLaw law = ExactLaws.target(delayed);
    assertThat(ExactLaws.oneWay(delayed).distance(law)).isEqualTo(oneWay, PRINTED);
    assertThat(FirstLeaf.of(delayed).law().distance(law)).isEqualTo(firstLeaf, PRINTED);
  }

  @ParameterizedTest
  @CsvSource({
    "4, .1, .035687", "8, .1, .051965", "12, .1, .064210",
    "4, .5, .148000", "8, .5, .210208", "12, .5, .258360"
  })
  void aBiasedTokenGrowsWithTheHorizonWithoutAWayBack(int horizon, double eps, double oneWay) {
    RewardTree biased =
        KnownTrees.uniform(2, horizon, name -> name.endsWith("0") ? 1 + eps : 1, name -> 1);
    LeafLaw law = ExactLaws.target(biased);
    assertThat(ExactLaws.oneWay(biased).distance(law)).isEqualTo(oneWay, PRINTED);
    assertThat(new BacktrackingWalk(biased, 0.5).leafLaw().distance(law)).isLessThan(1e-12);
  }

  private void assertLeaves(LeafLaw law, double... expected) {
    double[] found =
        Stream.of("0.0", "0.1", "1.0", "1.1")
            .mapToDouble(name -> law.of(KnownTrees.place(tree, name)))
            .toArray();
    assertThat(found).containsExactly(expected, PRINTED);
  }
}
