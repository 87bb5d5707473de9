package org.galton.study.walk;

import static org.galton.report.Figures.count;

import java.util.List;
import org.galton.console.TextTable;
import org.galton.report.Figures;
import org.galton.study.walk.row.WalkNodeRow;
import org.galton.study.walk.row.WalkTreeRow;
import org.galton.study.walk.view.WalkSection;

/** Walks on a tree, for the terminal. */
final class WalkText {
  private WalkText() {}

  /**
   * @param shown leaves and nodes to show
   */
  static String of(WalkResult result, int shown) {
    List<WalkNodeRow> leaves = result.leaves(shown);
    StringBuilder text = new StringBuilder(heading(result));
    text.append('\n').append(TextTable.of(WalkSection.SAMPLERS, result.samplers(), "-"));
    text.append('\n').append(TextTable.of(WalkSection.LEAVES, leaves));
    more(text, result.tree().leaves() - leaves.size(), "leaves");
    List<WalkNodeRow> nodes = result.busiest(shown);
    text.append('\n').append(TextTable.of(WalkSection.NODES, nodes, "-"));
    more(text, result.nodes().size() - nodes.size(), "nodes");
    return text.toString();
  }

  private static void more(StringBuilder text, int more, String what) {
    if (more > 0) {
      text.append("… and %s more %s: --output has them all\n".formatted(count(more), what));
    }
  }

  private static String heading(WalkResult result) {
    WalkTreeRow tree = result.tree();
    return """
    %s: %s nodes, %s leaves, horizon %s, mean tau %s
    values: %s
    vgb: first leaf after %s moves on average, and back at the root after %s; on a leaf in %s of its steps%s
    """
        .formatted(
            result.request().tree(),
            count(tree.nodes()),
            count(tree.leaves()),
            count(tree.horizon()),
            Figures.format("%.6g", tree.meanTau()),
            tree.valueError().isPresent()
                ? Figures.format(
                    "within a factor of %.6g of the exact ones",
                    1 + tree.valueError().getAsDouble())
                : "0 at a prefix that can end in a reward: the walk does not get there",
            Figures.format("%.6f", tree.firstLeafSteps()),
            Figures.format("%.6f", tree.roundTripSteps()),
            Figures.format("%.6f", tree.leafMass()),
            tree.leafMassBound().isPresent()
                ? Figures.format(" (at least %.6f by theory)", tree.leafMassBound().getAsDouble())
                : "");
  }
}
