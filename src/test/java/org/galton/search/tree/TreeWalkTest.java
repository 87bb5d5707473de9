package org.galton.search.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.galton.numerics.SplitMix64;
import org.junit.jupiter.api.Test;

/** Laws that are computed node by node, beside whole matrices and long walks. */
final class TreeWalkTest {
  private static final int SEEDS = 40;

  @Test
  void everyExactWalkHasTheTargetOnItsLeaves() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RewardTree tree = RandomTree.of(seed);
      LeafLaw target = ExactLaws.target(tree);
      for (TreeWalk walk : walks(tree)) {
        double distance = walk.leafLaw().distance(target);
        if (walk.isExact()) {
          assertThat(distance).as("%s, seed %d", walk.name(), seed).isLessThan(1e-12);
        }
      }
    }
  }

  @Test
  void candidatesAreBiasedAndLessSoWhenThereAreMore() {
    RewardTree tree =
        KnownTrees.uniform(
            3,
            3,
            name -> 0.2 + name.chars().filter(c -> c == '2').count(),
            name -> Math.exp(name.chars().filter(c -> c == '1').count()));
    LeafLaw target = ExactLaws.target(tree);
    double[] distances =
        Stream.of(1, 2, 3, 30, 300)
            .mapToDouble(k -> new CandidateWalk(tree, k, 0.5).leafLaw().distance(target))
            .toArray();
    assertThat(distances[0]).isGreaterThan(0.05);
    assertThat(distances[1]).isBetween(distances[2], distances[0]);
    assertThat(distances[3] / distances[4]).isBetween(8.0, 12.0);
    assertThat(new CandidateWalk(tree, 2, 0.5).isExact()).isFalse();
    assertThatThrownBy(() -> new CandidateWalk(tree, 100_000, 0.5))
        .hasMessageStartingWith("Invalid candidates 100000: expected fewer: on this tree");
  }

  @Test
  void sharesAreThoseThatAStepLeavesAsTheyAre() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RewardTree tree = RandomTree.of(seed);
      for (TreeWalk walk : walks(tree)) {
        if (walk instanceof NeighbourWalk walked) {
          double[] before = walk.stationary();
          double[] after = new double[before.length];
          for (int node = 0; node < before.length; node++) {
            spread(tree, node, before[node], walked.moves(node), after);
          }
          assertThat(after).containsExactly(before, within(1e-14));
        }
      }
    }
  }

  private static void spread(RewardTree tree, int node, double mass, Moves moves, double[] after) {
    after[node] += mass * moves.stay();
    if (node > 0) {
      after[tree.parent(node)] += mass * moves.up();
    }
    for (int i = 0; i < moves.down().length; i++) {
      after[tree.firstChild(node) + i] += mass * moves.down()[i];
    }
  }

  /** (I - Q) of the moves among inner nodes: its inverse holds the visits before a leaf. */
  @Test
  void theFirstLeafIsThatOfTheFundamentalMatrix() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RewardTree tree = RandomTree.of(seed);
      BacktrackingWalk walk = new BacktrackingWalk(tree, 0);
      RealMatrix rest = new Array2DRowRealMatrix(tree.size(), tree.size());
      double[][] into = new double[tree.size()][tree.size()];
      for (int node = 0; node < tree.size(); node++) {
        rest.addToEntry(node, node, 1);
        if (!tree.isLeaf(node)) {
          double[] row = new double[tree.size()];
          spread(tree, node, 1, walk.moves(node), row);
          for (int to = 0; to < row.length; to++) {
            rest.addToEntry(node, to, tree.isLeaf(to) ? 0 : -row[to]);
            into[node][to] = tree.isLeaf(to) ? row[to] : 0;
          }
        }
      }
      double[] visits = new LUDecomposition(rest.transpose()).getSolver().getInverse().getColumn(0);
      double[] law = new Array2DRowRealMatrix(into).preMultiply(visits);
      double steps = 0;
      for (int node = 0; node < tree.size(); node++) {
        steps += tree.isLeaf(node) ? 0 : visits[node];
      }
      FirstLeaf first = FirstLeaf.of(tree);
      assertThat(first.law().probabilities()).containsExactly(law, within(1e-12));
      assertThat(first.steps()).isEqualTo(steps, within(1e-9 * steps));
      double roundTrip = steps + new ArrayRealVector(law).dotProduct(stepsToRoot(walk));
      assertThat(first.roundTrip()).isEqualTo(roundTrip, within(1e-9 * roundTrip));
    }
  }

  private static RealVector stepsToRoot(BacktrackingWalk walk) {
    RewardTree tree = walk.tree();
    RealMatrix rest = new Array2DRowRealMatrix(tree.size(), tree.size());
    RealVector once = new ArrayRealVector(tree.size(), 1);
    once.setEntry(0, 0);
    for (int node = 0; node < tree.size(); node++) {
      rest.addToEntry(node, node, 1);
      double[] row = new double[tree.size()];
      if (node > 0 && walk.moves(node).stay() < 1) {
        spread(tree, node, 1, walk.moves(node), row);
      }
      for (int to = 0; to < row.length; to++) {
        rest.addToEntry(node, to, -row[to]);
      }
    }
    return new LUDecomposition(rest).getSolver().solve(once);
  }

  /** Against how far long walks stay from the target: within a factor of 2. */
  @Test
  void effectiveSamplesAreAboutWhatTheyAreWorth() {
    for (double eps : new double[] {0, 0.5}) {
      for (int horizon : new int[] {3, 6}) {
        RewardTree any =
            KnownTrees.uniform(2, horizon, name -> 1, name -> 1 + name.lastIndexOf('1'));
        RewardTree tree = KnownTrees.valued(any, (node, value) -> value * (1 + eps * (node % 2)));
        LeafLaw target = ExactLaws.target(tree);
        double squares = 0;
        double scatter = 0;
        double promised = 0;
        int walks = 300;
        for (int seed = 0; seed < walks; seed++) {
          LeafVisits visits = LeafVisits.of(new BacktrackingWalk(tree, 0.5), 20_000, seed);
          promised += visits.effectiveSamples().orElseThrow() / walks;
          for (int node = 0; node < tree.size(); node++) {
            double share = visits.counts()[node] / (double) visits.leafVisits();
            scatter += tree.isLeaf(node) ? Math.pow(share - target.of(node), 2) / walks : 0;
          }
        }
        for (double probability : target.probabilities()) {
          squares += probability * (1 - probability);
        }
        assertThat(squares / scatter / promised)
            .as("eps %s, %d tokens", eps, horizon)
            .isBetween(0.5, 2.0);
      }
    }
  }

  /** As shares of steps and of leaves, and as children looked at. */
  @Test
  void longWalksGoWhereTheirLawsSay() {
    RewardTree tree =
        IntStream.iterate(0, seed -> seed + 1)
            .mapToObj(RandomTree::of)
            .filter(some -> some.size() > 20)
            .findFirst()
            .orElseThrow();
    for (TreeWalk walk : walks(tree)) {
      LeafVisits visits = LeafVisits.of(walk, 400_000, 7);
      double[] shares = walk.stationary();
      for (int node = 0; node < shares.length; node++) {
        assertThat(visits.counts()[node] / (double) visits.steps())
            .as("%s at '%s'", walk.name(), tree.name(node))
            .isEqualTo(shares[node], within(0.006));
      }
      assertThat(visits.distance(walk.leafLaw()).orElseThrow()).isLessThan(0.02);
      assertThat(LeafVisits.of(walk, 1000, 7).counts())
          .isEqualTo(LeafVisits.of(walk, 1000, 7).counts())
          .isNotEqualTo(LeafVisits.of(walk, 1000, 8).counts());
    }
  }

  /** What flows into a direction of a node is half its share, as what is there. */
  @Test
  void momentumKeepsBothDirectionsAsTheyAre() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RewardTree tree = RandomTree.of(seed);
      double[] half = new MomentumWalk(tree).stationary();
      for (int node = 0; node < tree.size(); node++) {
        double back = BacktrackingWalk.back(tree, node);
        double children = tree.pullOfChildren(node);
        double wider = wider(tree, node);
        if (half[node] == 0) {
          continue;
        }
        double fromAbove =
            node == 0
                ? 0
                : half[tree.parent(node)] * tree.pull(node) / wider(tree, tree.parent(node));
        assertThat(fromAbove + half[node] * (1 - back / wider))
            .isEqualTo(half[node], within(1e-14));
        double fromBelow = 0;
        for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
          fromBelow += half[child] == 0 ? 0 : half[child] * tree.weight(child) / wider(tree, child);
        }
        assertThat(fromBelow + half[node] * (1 - children / wider))
            .isEqualTo(half[node], within(1e-14));
      }
    }
  }

  private static double wider(RewardTree tree, int node) {
    return Math.max(BacktrackingWalk.back(tree, node), tree.pullOfChildren(node));
  }

  @Test
  void momentumSweepsWhereValuesAreExact() {
    RewardTree any = KnownTrees.uniform(2, 5, name -> 1, name -> name.length());
    RewardTree exact = KnownTrees.valued(any, (node, value) -> value);
    MomentumWalk walk = new MomentumWalk(exact);
    SplitMix64 random = new SplitMix64(1);
    int state = walk.start();
    for (int round = 0; round < 100; round++) {
      for (int depth = 1; depth <= 5; depth++) {
        state = walk.next(state, random);
        assertThat(exact.depth(walk.node(state))).isEqualTo(depth);
      }
      state = walk.next(state, random);
      for (int depth = 4; depth >= 0; depth--) {
        state = walk.next(state, random);
        assertThat(exact.depth(walk.node(state))).isEqualTo(depth);
      }
      state = walk.next(state, random);
    }
  }

  @Test
  void factorsPerDepthAndHugeValuesChangeNothing() {
    RewardTree tree = KnownTrees.small(0.8, 0.5);
    RewardTree scaled = KnownTrees.valued(tree, (node, value) -> 1e-3 * tree.value(node));
    LeafLaw target = ExactLaws.target(tree);
    assertThat(new BacktrackingWalk(scaled, 0.5).leafLaw().distance(target)).isLessThan(1e-14);
    List<GivenNode> huge =
        KnownTrees.nodes(0.8, 0.5).stream()
            .map(
                node ->
                    new GivenNode(
                        node.name(),
                        node.reference(),
                        timesHuge(node.value()),
                        timesHuge(node.tau())))
            .toList();
    assertThat(FirstLeaf.of(RewardTree.of(huge)).steps()).isEqualTo(FirstLeaf.of(tree).steps());
  }

  private static OptionalDouble timesHuge(OptionalDouble number) {
    return number.isPresent()
        ? OptionalDouble.of(number.getAsDouble() * 0x1p1023)
        : OptionalDouble.empty();
  }

  private static List<TreeWalk> walks(RewardTree tree) {
    return List.of(
        new BacktrackingWalk(tree, 0.5),
        new BacktrackingWalk(tree, 0.1),
        new RejectionWalk(tree, 0.5),
        new OneCallWalk(tree),
        new MomentumWalk(tree),
        new CandidateWalk(tree, 2, 0.5));
  }
}
