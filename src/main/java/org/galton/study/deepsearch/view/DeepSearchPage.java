package org.galton.study.deepsearch.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.deepsearch.row.DeepSearchNodeRow;
import org.galton.study.deepsearch.row.DeepSearchTreeRow;
import org.galton.table.RunRow;

/** The page of tree searches. */
public final class DeepSearchPage {
  private static final int SHOWN = 100;

  private DeepSearchPage() {}

  public static StudyPage of(
      RunRow run, List<DeepSearchTreeRow> trees, List<DeepSearchNodeRow> nodes) {
    return StudyPage.of(
        "deepsearch",
        run,
        finding(trees),
        List.of(),
        List.of(
            new DeepSearchSection(
                trees.stream().limit(SHOWN).toList(), nodes.stream().limit(SHOWN).toList())));
  }

  private static String finding(List<DeepSearchTreeRow> trees) {
    long solved = trees.stream().filter(tree -> tree.correct() > 0).count();
    long backedUp = trees.stream().mapToLong(DeepSearchTreeRow::backedUp).sum();
    return "%s of %s trees have a right trajectory; %s trajectories were backed up."
        .formatted(Figures.count(solved), Figures.count(trees.size()), Figures.count(backedUp));
  }
}
