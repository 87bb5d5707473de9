package org.galton.study.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.galton.search.tree.BacktrackingWalk;
import org.galton.search.tree.ExactLaws;
import org.galton.search.tree.LeafLaw;
import org.galton.search.tree.LeafVisits;
import org.galton.search.tree.Moves;
import org.galton.search.tree.RewardTree;
import org.galton.study.walk.row.WalkNodeRow;

/** Laws of a tree, node by node. */
final class NodeRows {
  private NodeRows() {}

  static List<WalkNodeRow> of(
      String run,
      BacktrackingWalk walk,
      LeafLaw target,
      LeafLaw oneWay,
      LeafLaw firstLeaf,
      Optional<LeafVisits> visits) {
    RewardTree tree = walk.tree();
    double[] exact = ExactLaws.values(tree);
    double[] stationary = walk.stationary();
    LeafLaw conditional = walk.leafLaw();
    List<WalkNodeRow> rows = new ArrayList<>(tree.size());
    double[] down = new double[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      int place = node;
      Moves moves = walk.moves(node);
      System.arraycopy(moves.down(), 0, down, tree.firstChild(node), tree.children(node));
      rows.add(
          new WalkNodeRow(
              run,
              tree.name(node),
              tree.depth(node),
              tree.isLeaf(node),
              tree.reference(node),
              node == 0 ? OptionalDouble.empty() : OptionalDouble.of(tree.value(node)),
              exact[node],
              stationary[node],
              node == 0 ? OptionalDouble.empty() : OptionalDouble.of(down[node]),
              moves.up(),
              moves.stay(),
              visits
                  .map(seen -> OptionalLong.of(seen.counts()[place]))
                  .orElse(OptionalLong.empty()),
              atLeaf(tree, node, target),
              atLeaf(tree, node, conditional),
              atLeaf(tree, node, oneWay),
              atLeaf(tree, node, firstLeaf)));
    }
    return rows;
  }

  private static OptionalDouble atLeaf(RewardTree tree, int node, LeafLaw law) {
    return tree.isLeaf(node) ? OptionalDouble.of(law.of(node)) : OptionalDouble.empty();
  }
}
