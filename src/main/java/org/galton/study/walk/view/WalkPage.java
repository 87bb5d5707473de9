package org.galton.study.walk.view;

import java.util.Comparator;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.search.tree.NodeName;
import org.galton.study.walk.row.WalkNodeRow;
import org.galton.study.walk.row.WalkSamplerRow;
import org.galton.study.walk.row.WalkTreeRow;
import org.galton.table.RunRow;

/** The page of walks on a tree. */
public final class WalkPage {
  private static final int SHOWN = 50;

  private WalkPage() {}

  public static StudyPage of(
      RunRow run, WalkTreeRow tree, List<WalkSamplerRow> samplers, List<WalkNodeRow> nodes) {
    return StudyPage.of(
        "walk",
        run,
        finding(tree),
        List.of(),
        List.of(
            new WalkSection(
                samplers,
                first(
                    nodes.stream().filter(WalkNodeRow::leaf).toList(),
                    Comparator.comparingDouble(leaf -> -leaf.target().orElse(0))),
                first(nodes, Comparator.comparingDouble(node -> -node.stationary())))));
  }

  private static List<WalkNodeRow> first(List<WalkNodeRow> rows, Comparator<WalkNodeRow> order) {
    return rows.stream()
        .sorted(order.thenComparing(row -> new NodeName(row.node())))
        .limit(SHOWN)
        .toList();
  }

  private static String finding(WalkTreeRow tree) {
    return "%s leaves, up to %s tokens: guidance that never goes back misses the target by %s in total variation, the first leaf of the walk by %s. The walk is on a leaf in %s of its steps."
        .formatted(
            Figures.count(tree.leaves()),
            Figures.count(tree.horizon()),
            Figures.fineBits(tree.oneWayTv()),
            Figures.fineBits(tree.firstLeafTv()),
            Figures.percent(tree.leafMass()));
  }
}
