package org.galton.study.cells.view;

import java.util.List;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.cells.row.CellFitRow;
import org.galton.study.cells.row.CellRankRow;
import org.galton.study.cells.row.CellTypeRow;
import org.galton.table.RunRow;

/** The page of cells as sentences. */
public final class SentencesPage {
  private SentencesPage() {}

  public static StudyPage of(
      RunRow run, CellFitRow fit, List<CellRankRow> ranks, List<CellTypeRow> types) {
    return StudyPage.of(
        "cells", run, finding(fit), List.of(), List.of(new SentencesSection(fit, ranks, types)));
  }

  private static String finding(CellFitRow fit) {
    String kept =
        "%s of %s cells and %s of %s genes stay."
            .formatted(
                Figures.count(fit.keptCells()),
                Figures.count(fit.foundCells()),
                Figures.count(fit.keptGenes()),
                Figures.count(fit.foundGenes()));
    return fit.slope() == null
        ? kept + " Their expression determines no line."
        : kept
            + " The line tells the expression of their genes from their ranks with an R² of %s (Pearson %s, Spearman %s)."
                .formatted(
                    Figures.bits(fit.rSquared()),
                    Figures.bits(fit.pearson()),
                    Figures.bits(fit.spearman()));
  }
}
