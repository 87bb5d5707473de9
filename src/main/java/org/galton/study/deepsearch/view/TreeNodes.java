package org.galton.study.deepsearch.view;

import java.util.ArrayList;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.OutlineNode;
import org.galton.report.VisibleText;
import org.galton.table.SearchNodesRow;

/** Nodes of stored trees as a page shows them. */
public final class TreeNodes {
  private static final int LONGEST = 160;

  private TreeNodes() {}

  /** Its text is a model's: characters without a shape are shown, and a long one is cut. */
  public static OutlineNode shown(SearchNodesRow row) {
    return new OutlineNode(
        row.node(),
        row.parent() == null ? -1 : row.parent(),
        VisibleText.line(row.text(), LONGEST),
        row.ending() == null ? "" : VisibleText.line(row.ending(), 20),
        facts(row),
        row.putOut());
  }

  private static String facts(SearchNodesRow row) {
    List<String> facts = new ArrayList<>();
    facts.add(Figures.format("q %.3f", row.q()));
    facts.add("visits " + Figures.count(row.visits()));
    if (row.parent() != null) {
      facts.add(Figures.format("entropy %.3f", row.entropy()));
    }
    if (row.expansion() != null) {
      facts.add("expansion " + Figures.count(row.expansion()));
    }
    if (row.backup() != null) {
      facts.add("backup " + Figures.count(row.backup()));
    }
    return String.join(", ", facts);
  }
}
