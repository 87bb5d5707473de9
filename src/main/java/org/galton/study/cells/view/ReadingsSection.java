package org.galton.study.cells.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.cells.row.CellReadingRow;
import org.galton.study.cells.row.CellScoreRow;

/** How well generated sentences tell cells, and the first of them. */
public record ReadingsSection(List<CellScoreRow> scores, List<CellReadingRow> first)
    implements StudySection {

  public static final Columns<CellScoreRow> SCORES =
      Columns.<CellScoreRow>of()
          .column(CellScoreRow::measure, json("measure"), text("measure"), page("Measure"))
          .column(CellScoreRow::cells, json("cells"), text("cells", "%,d"), count("Cells"))
          .column(
              CellScoreRow::value,
              json("value"),
              text("mean", "%.4f"),
              page("Mean", Figures::fineBits))
          .column(CellScoreRow::ciLow, json("ci_low"), text("low", "%.4f"))
          .column(CellScoreRow::ciHigh, json("ci_high"), text("high", "%.4f"))
          .interval(
              "95\u202f% interval", CellScoreRow::ciLow, CellScoreRow::ciHigh, Figures::fineBits);

  public static final Columns<CellReadingRow> READINGS =
      Columns.<CellReadingRow>of()
          .column(CellReadingRow::cell, json("cell"), text("cell"), page("Cell"))
          .column(CellReadingRow::type, json("type"), text("type"), page("Type"))
          .column(
              CellReadingRow::reference, json("reference"), text("reference"), page("Reference"))
          .column(CellReadingRow::words, json("words"), text("words", "%,d"), count("Words"))
          .column(
              CellReadingRow::foreignWords,
              json("foreign_words"),
              text("foreign", "%,d"),
              count("Foreign"))
          .column(
              CellReadingRow::repeatedWords,
              json("repeated_words"),
              text("repeated", "%,d"),
              count("Repeated"))
          .column(CellReadingRow::genes, json("genes"), text("genes", "%,d"), count("Genes"))
          .column(
              CellReadingRow::overlap,
              json("overlap"),
              text("overlap", "%.3f"),
              page("Overlap, %", Figures::percentNumber))
          .column(
              CellReadingRow::kendallTau,
              json("kendall_tau"),
              text("tau", "%.3f"),
              page("Kendall tau", Figures::bits))
          .column(
              CellReadingRow::expressionError,
              json("expression_error"),
              text("error", "%.3f"),
              page("Error", Figures::bits))
          .column(
              CellReadingRow::nearestType,
              json("nearest_type"),
              text("nearest"),
              page("Nearest type"));

  public FigureTable scoreTable() {
    return SCORES.table("Over generated cells", scores);
  }

  public FigureTable cellTable() {
    return READINGS.table("The first generated cells", first);
  }

  @Override
  public String template() {
    return beside("readings.html");
  }
}
