package org.galton.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.galton.search.BacktrackingSampler.Output;
import org.galton.search.generated.SequenceTask;
import org.galton.search.generated.SequenceTree;
import org.galton.search.generated.ValueRule;
import org.galton.search.tree.ExactLaws;
import org.galton.search.tree.GivenNode;
import org.galton.search.tree.LeafLaw;
import org.galton.search.tree.RewardTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How far the law of a walk of a {@link BacktrackingSampler} is from its limit, by the constant of
 * its number of steps: computed exactly, from the chain itself. The table of {@code
 * docs/samplers.md}.
 */
final class StepConstantTest {

  @ParameterizedTest
  @CsvSource({
    "SMALL,        0, 0.25, 3, 0.076",
    "SMALL,        0, 0.5,  5, 0.055",
    "SMALL,        0, 1,   10, 0.022",
    "SMALL,        0, 2,   19, 0.0040",
    "SMALL,        0, 4,   37, 0.00014",
    "DYCK 6 EXACT, 0, 0.25, 21, 0.041",
    "DYCK 6 EXACT, 0, 1,   83, 0.0039",
    "DYCK 6 EXACT, 0, 4,  332, 0.000011",
    "DYCK 8 EXACT, 0, 0.25, 37, 0.063",
    "DYCK 8 EXACT, 0, 0.5, 74, 0.025",
    "DYCK 8 EXACT, 0, 1,  148, 0.0076",
    "DYCK 8 EXACT, 0, 2,  295, 0.0018",
    "DYCK 8 EXACT, 0, 4,  590, 0.000080",
    "PARITY 8 EXACT, 0, 1, 148, 0",
    "PARITY 8 FLAT, 0, 1, 148, 0",
  })
  void constantOfOneIsCloserThanDelta(
      String tree, double eps, double constant, long steps, double distance) {
    RewardTree known = tree(tree);
    BacktrackingSampler sampler =
        new BacktrackingSampler(1, 0, Output.WALK, eps, 0.1, constant, known.horizon(), 0);

    assertThat(sampler.steps(known.horizon())).isEqualTo(steps);
    double found = law(known, steps).distance(ExactLaws.target(known));
    assertThat(found).isBetween(0.94 * distance - 1e-9, 1.06 * distance + 1e-9);
    if (constant >= 1) {
      assertThat(found).isLessThan(sampler.delta() / 4);
    }
  }

  private static RewardTree tree(String words) {
    String[] parts = words.split(" ", -1);
    if (parts.length == 1) {
      return RewardTree.of(
          List.of(
              GivenNode.root(),
              GivenNode.inner("0", 0.6, 0.8),
              GivenNode.inner("1", 0.4, 0.5),
              GivenNode.leaf("0.0", 0.5, 1),
              GivenNode.leaf("0.1", 0.5, 0),
              GivenNode.leaf("1.0", 0.25, 1),
              GivenNode.leaf("1.1", 0.75, 0.5)));
    }
    return ValueRule.valueOf(parts[2])
        .valued(
            SequenceTree.of(SequenceTask.valueOf(parts[0]), Integer.parseInt(parts[1])),
            new ValueRule.Faults(0, 1, 1));
  }

  /** Of the leaf at which the walk stands after so many steps, given that it stands at one. */
  private static LeafLaw law(RewardTree tree, long steps) {
    double[] now = new double[tree.size()];
    now[0] = 1;
    for (long step = 0; step < steps; step++) {
      double[] next = new double[tree.size()];
      for (int node = 0; node < now.length; node++) {
        double back = back(tree, node);
        double stay = 1 - back;
        for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
          double down = (1 - back) * tree.reference(child) * tree.value(child);
          next[child] += now[node] * down;
          stay -= down;
        }
        next[node] += now[node] * stay;
        if (back > 0) {
          next[tree.parent(node)] += now[node] * back;
        }
      }
      now = next;
    }
    for (int node = 0; node < now.length; node++) {
      now[node] = tree.isLeaf(node) ? now[node] : 0;
    }
    double leaves = Arrays.stream(now).sum();
    return new LeafLaw(Arrays.stream(now).map(share -> share / leaves).toArray(), 0);
  }

  private static double back(RewardTree tree, int node) {
    if (tree.isLeaf(node)) {
      return 0.5;
    }
    return node == 0 ? 0 : tree.value(node) / (tree.value(node) + 1);
  }
}
