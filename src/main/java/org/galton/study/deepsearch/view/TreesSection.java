package org.galton.study.deepsearch.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.SweepSection;
import org.galton.report.VisibleText;

/**
 * Some trees of a sweep's searches, to be opened step by step.
 *
 * @param trees those that are shown
 * @param all trees that the run's rollouts have
 * @param output the sweep's folder
 */
public record TreesSection(List<ShownTree> trees, long all, String output) implements SweepSection {
  private static final int LONGEST_FOLDER = 300;

  public TreesSection {
    trees = List.copyOf(trees);
  }

  @Override
  public String template() {
    return beside("trees.html");
  }

  @Override
  public String anchor() {
    return "trees";
  }

  @Override
  public String word() {
    return "Trees";
  }

  @Override
  public boolean isShown() {
    return !trees.isEmpty();
  }

  public String shown() {
    return Figures.count(trees.size());
  }

  /** Empty where all are shown. */
  public String left() {
    return all > trees.size() ? Figures.count(all - trees.size()) : "";
  }

  public String command() {
    return "./galton view " + VisibleText.line(output, LONGEST_FOLDER);
  }
}
