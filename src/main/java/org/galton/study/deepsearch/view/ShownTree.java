package org.galton.study.deepsearch.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.OutlineLine;
import org.galton.report.VisibleText;

/**
 * A tree of a search, as a report shows it.
 *
 * @param cell of the rollout, in words
 * @param outcome in a word
 * @param size how large it is, and what of it is not shown
 */
public record ShownTree(
    String cell,
    String question,
    String rollout,
    boolean found,
    String outcome,
    String size,
    List<OutlineLine> lines) {
  private static final int LONGEST_CELL = 200;
  private static final int LONGEST_QUESTION = 120;

  /**
   * @param nodes of the whole tree
   * @param left of these, not among the lines
   */
  public static ShownTree of(
      String cell,
      String question,
      int rolloutIndex,
      boolean found,
      int nodes,
      int left,
      List<OutlineLine> lines) {
    String size = Figures.count(nodes) + " nodes";
    return new ShownTree(
        VisibleText.line(cell, LONGEST_CELL),
        VisibleText.line(question.strip(), LONGEST_QUESTION),
        "rollout " + Figures.count(rolloutIndex),
        found,
        found ? "found" : "not found",
        left == 0 ? size : size + ", " + Figures.count(left) + " of them left out",
        lines);
  }
}
