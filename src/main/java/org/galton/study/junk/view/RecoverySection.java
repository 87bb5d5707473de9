package org.galton.study.junk.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.study.junk.row.SimulatedRecoveryRow;

/** What was planted, and what simulated studies find. */
public record RecoverySection(List<SimulatedRecoveryRow> rows) implements StudySection {
  public static final Columns<SimulatedRecoveryRow> ROWS =
      Columns.<SimulatedRecoveryRow>of()
          .column(SimulatedRecoveryRow::axis, text("axis"), page("Axis"))
          .column(
              SimulatedRecoveryRow::planted,
              text("planted", "%.4f"),
              page("Planted slope", Figures::fineBits))
          .column(
              SimulatedRecoveryRow::expected,
              text("expected", "%.4f"),
              page("Of these mixtures", Figures::fineBits))
          .column(
              SimulatedRecoveryRow::slope,
              text("found", "%.4f"),
              page("Mean slope found", Figures::fineBits))
          .column(SimulatedRecoveryRow::studies, text("studies", "%,d"), count("Studies"))
          .column(
              SimulatedRecoveryRow::held,
              text("held", "%.3f"),
              page("Intervals that hold it, %", Figures::percentNumber))
          .column(SimulatedRecoveryRow::heldLow, text("low", "%.3f"))
          .column(SimulatedRecoveryRow::heldHigh, text("high", "%.3f"))
          .interval(
              "95\u202f% interval",
              SimulatedRecoveryRow::heldLow, SimulatedRecoveryRow::heldHigh, Figures::percentNumber)
          .column(
              SimulatedRecoveryRow::found,
              text("p <= 0.05", "%.3f"),
              page("p at most 0.05, %", Figures::percentNumber))
          .column(SimulatedRecoveryRow::foundLow, text("low", "%.3f"))
          .column(SimulatedRecoveryRow::foundHigh, text("high", "%.3f"))
          .interval(
              "Its interval",
              SimulatedRecoveryRow::foundLow,
              SimulatedRecoveryRow::foundHigh,
              Figures::percentNumber)
          .column(SimulatedRecoveryRow::g, text("g", "%.3f"), page("Mean g", Figures::bits));

  public FigureTable table() {
    return ROWS.table("What was planted and what is found", rows);
  }

  public String finding() {
    double least = rows.stream().mapToDouble(SimulatedRecoveryRow::held).min().orElse(0);
    double most = rows.stream().mapToDouble(SimulatedRecoveryRow::held).max().orElse(0);
    return "The planted slope lies in %s to %s of the 95\u202f%% intervals."
        .formatted(Figures.percent(least), Figures.percent(most));
  }

  @Override
  public String template() {
    return beside("recovery.html");
  }
}
