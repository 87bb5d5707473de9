package org.galton.study.cells.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.cells.row.CellFitRow;
import org.galton.study.cells.row.CellRankRow;
import org.galton.study.cells.row.CellSentenceRow;
import org.galton.study.cells.row.CellTypeRow;

/** The line from ranks to expression, and cells by type. */
public record SentencesSection(CellFitRow fit, List<CellRankRow> ranks, List<CellTypeRow> types)
    implements StudySection {
  /** Places a decade in the picture. */
  private static final double PER_DECADE = 24;

  private static final int SHOWN = 100;

  public static final Columns<CellFitRow> FITS =
      Columns.<CellFitRow>of()
          .column(
              CellFitRow::fitCells,
              json("fit_cells"),
              text("fitted cells", "%,d"),
              count("Cells of the fit"))
          .column(CellFitRow::points, json("points"), text("points", "%,d"), count("Points"))
          .column(CellFitRow::fittedPoints, json("fitted_points"))
          .column(
              CellFitRow::intercept,
              json("intercept"),
              text("intercept", "%.6f"),
              page("Intercept", Figures::fineBits))
          .column(
              CellFitRow::slope,
              json("slope"),
              text("slope", "%.6f"),
              page("Slope", Figures::fineBits))
          .column(
              CellFitRow::zeroRank,
              json("zero_rank"),
              text("zero at rank", "%,.0f"),
              page("Zero at rank", rank -> Figures.count(Math.round(rank))))
          .column(CellFitRow::fittedRSquared, json("fitted_r_squared"))
          .column(
              CellFitRow::rSquared,
              json("r_squared"),
              text("R^2", "%.4f"),
              page("R²", Figures::fineBits))
          .column(
              CellFitRow::pearson,
              json("pearson"),
              text("Pearson", "%.4f"),
              page("Pearson", Figures::fineBits))
          .column(
              CellFitRow::spearman,
              json("spearman"),
              text("Spearman", "%.4f"),
              page("Spearman", Figures::fineBits))
          .column(CellFitRow::roundTripGenes, json("round_trip_genes"))
          .column(
              CellFitRow::roundTripRmse,
              json("round_trip_rmse"),
              text("round trip error", "%.4f"),
              page("Round trip error", Figures::fineBits))
          .column(
              CellFitRow::roundTripRSquared,
              json("round_trip_r_squared"),
              text("its R^2", "%.4f"),
              page("Its R²", Figures::fineBits));

  public static final Columns<CellFitRow> KEPT =
      Columns.<CellFitRow>of()
          .column(CellFitRow::foundCells, json("found_cells"), text("cells", "%,d"), count("Cells"))
          .column(
              CellFitRow::keptCells,
              json("kept_cells"),
              text("that stay", "%,d"),
              count("Cells that stay"))
          .column(CellFitRow::foundGenes, json("found_genes"), text("genes", "%,d"), count("Genes"))
          .column(
              CellFitRow::keptGenes,
              json("kept_genes"),
              text("that stay", "%,d"),
              count("Genes that stay"))
          .column(
              CellFitRow::library,
              json("library"),
              text("median library", "%,.1f"),
              page("Median library", Figures::decimal))
          .column(CellFitRow::top, json("top"));

  public static final Columns<CellTypeRow> TYPES =
      Columns.<CellTypeRow>of()
          .column(CellTypeRow::type, json("type"), text("type"), page("Type"))
          .column(CellTypeRow::condition, json("condition"), text("condition"), page("Condition"))
          .column(CellTypeRow::cells, json("cells"), text("cells", "%,d"), count("Cells"))
          .column(
              CellTypeRow::meanLibrary,
              json("mean_library"),
              text("mean library", "%,.1f"),
              page("Mean library", Figures::decimal))
          .column(
              CellTypeRow::meanExpressed,
              json("mean_expressed"),
              text("mean genes", "%,.1f"),
              page("Mean genes", Figures::decimal))
          .column(
              CellTypeRow::roundTripRmse,
              json("round_trip_rmse"),
              text("round trip error", "%.4f"),
              page("Round trip error", Figures::fineBits));

  public static final Columns<CellSentenceRow> SENTENCES =
      Columns.<CellSentenceRow>of()
          .column(CellSentenceRow::cell, json("cell"), text("cell"))
          .column(CellSentenceRow::type, json("type"), text("type"))
          .column(CellSentenceRow::condition, json("condition"))
          .column(CellSentenceRow::expressed, json("expressed"), text("genes", "%,d"))
          .column(row -> String.join(" ", row.genes()), text("sentence"))
          .column(CellSentenceRow::genes, json("genes"));

  /** A place in the sentence. */
  public record At(int rank, int cells, double expression, double deviation, double fitted) {}

  /** Some of the ranks, more of the first, fewer of the last. */
  public List<At> picture() {
    List<At> places = new ArrayList<>();
    double next = 0;
    for (CellRankRow row : ranks) {
      double at = PER_DECADE * Math.log10(1.0 + row.rank());
      if (at >= next) {
        places.add(
            new At(row.rank(), row.cells(), row.expression(), row.deviation(), row.fitted()));
        next = Math.max(Math.floor(at) + 1, next);
      }
    }
    return List.copyOf(places);
  }

  public boolean hasLine() {
    return fit.slope() != null;
  }

  public FigureTable fitTable() {
    return FITS.table("The line", List.of(fit));
  }

  public FigureTable keptTable() {
    return KEPT.table("What stays", List.of(fit));
  }

  public FigureTable typeTable() {
    return TYPES.table(
        types.size() <= SHOWN
            ? "Cells by type and condition"
            : "Cells by type and condition, the first %d of %d".formatted(SHOWN, types.size()),
        types.stream().limit(SHOWN).toList());
  }

  @Override
  public String template() {
    return beside("sentences.html");
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("sentences.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("cellRanks", picture());
  }
}
