package org.galton.search.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.galton.numerics.ChiSquare;
import org.galton.numerics.SplitMix64;
import org.junit.jupiter.api.Test;

/**
 * Leaves of independent walks on a tree of 10,000 leaves with wrong inner values, against the
 * target, by chi-square. A walk whose parent has the wrong weight must fail.
 */
final class LeafSamplesTest {
  private static final int TOKENS = 10;
  private static final int HORIZON = 4;
  private static final int SAMPLES = 8_000;

  /** 20 H^2 lazy steps. */
  private static final int STEPS = 20 * HORIZON * HORIZON;

  private final RewardTree tree =
      KnownTrees.valued(
          KnownTrees.full(
              TOKENS,
              HORIZON,
              (prefix, token) -> (token + 1) / 55.0,
              name -> 1,
              name -> unit("tau", name) < 0.5 ? 0 : 0.2 + unit("size", name)),
          LeafSamplesTest::wrong);

  private final LeafLaw target = ExactLaws.target(tree);

  @Test
  void rightWalksPassAndAWrongParentFails() {
    assertThat(tree.leaves()).isEqualTo(10_000);
    assertThat(chance(new BacktrackingWalk(tree, 0.5))).isBetween(0.001, 0.999);
    assertThat(chance(new RejectionWalk(tree, 0.5))).isBetween(0.001, 0.999);
    assertThat(chance(new WrongParentWalk(tree))).isLessThan(1e-9);
  }

  /** That leaves of the target are as far from it as those of a walk. */
  private double chance(TreeWalk walk) {
    SplitMix64 random = SplitMix64.named(11, walk.name());
    double[] seen = new double[TOKENS * TOKENS];
    for (int sample = 0; sample < SAMPLES; sample++) {
      seen[cell(leaf(walk, random))]++;
    }
    double[] expected = new double[seen.length];
    for (int node = 0; node < tree.size(); node++) {
      if (tree.isLeaf(node)) {
        expected[cell(node)] += SAMPLES * target.of(node);
      }
    }
    double statistic = 0;
    for (int cell = 0; cell < seen.length; cell++) {
      statistic += Math.pow(seen[cell] - expected[cell], 2) / expected[cell];
    }
    return ChiSquare.upperTail(statistic, seen.length - 1);
  }

  /** Of a walk that is begun anew until it ends on a leaf. */
  private int leaf(TreeWalk walk, SplitMix64 random) {
    while (true) {
      int state = walk.start();
      for (int step = 0; step < STEPS; step++) {
        state = walk.next(state, random);
      }
      if (tree.isLeaf(walk.node(state))) {
        return walk.node(state);
      }
    }
  }

  /** The first two tokens. */
  private int cell(int leaf) {
    String name = tree.name(leaf);
    return TOKENS * (name.charAt(0) - '0') + name.charAt(2) - '0';
  }

  /** Within a factor of 2 of the exact value. */
  private static double wrong(int node, double exact) {
    return exact * Math.pow(2, 2 * unit("value", "" + node) - 1);
  }

  private static double unit(String purpose, String name) {
    return SplitMix64.named(5, purpose + name).nextUnit();
  }

  /** Weighs the parent by the parent's value. */
  private record WrongParentWalk(RewardTree tree) implements TreeWalk {
    @Override
    public String name() {
      return "wrong";
    }

    @Override
    public boolean isExact() {
      return false;
    }

    @Override
    public double[] stationary() {
      throw new UnsupportedOperationException();
    }

    @Override
    public double valuesPerStep() {
      throw new UnsupportedOperationException();
    }

    @Override
    public double laziness() {
      return 0.5;
    }

    @Override
    public int start() {
      return RewardTree.ROOT;
    }

    @Override
    public int node(int state) {
      return state;
    }

    @Override
    public int next(int node, SplitMix64 random) {
      if (random.nextUnit() < 0.5) {
        return node;
      }
      double back = node == 0 ? 0 : tree.parent(node) == 0 ? 1 : tree.weight(tree.parent(node));
      double left = random.nextUnit() * (back + tree.pullOfChildren(node)) - back;
      for (int child = tree.firstChild(node); left >= 0; child++) {
        left -= tree.pull(child);
        if (left < 0) {
          return child;
        }
      }
      return tree.parent(node);
    }
  }
}
