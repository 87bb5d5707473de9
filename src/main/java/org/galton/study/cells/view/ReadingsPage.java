package org.galton.study.cells.view;

import java.util.List;
import java.util.Optional;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.cells.row.CellReadingRow;
import org.galton.study.cells.row.CellScoreRow;
import org.galton.table.RunRow;

/** The page of generated sentences. */
public final class ReadingsPage {
  private ReadingsPage() {}

  public static StudyPage of(RunRow run, List<CellScoreRow> scores, List<CellReadingRow> first) {
    return StudyPage.of(
        "cells", run, finding(scores), List.of(), List.of(new ReadingsSection(scores, first)));
  }

  private static String finding(List<CellScoreRow> scores) {
    String foreign =
        "A generated sentence has %s words that are no genes."
            .formatted(Figures.nats(measure(scores, "foreign_words").orElseThrow().value()));
    return measure(scores, "gene_overlap")
        .map(
            overlap ->
                foreign
                    + " It shares %s of its genes with the cell that it should be like%s."
                        .formatted(
                            Figures.percent(overlap.value()),
                            measure(scores, "other_overlap")
                                .map(
                                    other ->
                                        ", and %s with another one"
                                            .formatted(Figures.percent(other.value())))
                                .orElse("")))
        .orElse(foreign);
  }

  private static Optional<CellScoreRow> measure(List<CellScoreRow> scores, String name) {
    return scores.stream().filter(score -> score.measure().equals(name)).findFirst();
  }
}
