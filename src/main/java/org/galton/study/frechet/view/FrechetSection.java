package org.galton.study.frechet.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.frechet.row.FrechetDistanceRow;
import org.galton.study.frechet.row.FrechetMeanRow;

/** Distances by condition and group, and their means over conditions. */
public record FrechetSection(List<FrechetDistanceRow> rows, List<FrechetMeanRow> means)
    implements StudySection {
  private static final int DRAWN = 60;

  public static final Columns<FrechetDistanceRow> ROWS =
      Columns.<FrechetDistanceRow>of()
          .column(
              FrechetDistanceRow::condition,
              json("condition"),
              text("condition"),
              label("Condition"))
          .column(FrechetDistanceRow::reference, json("reference"))
          .column(
              FrechetDistanceRow::compared, json("compared"), text("compared"), label("Compared"))
          .column(FrechetDistanceRow::embedder, json("embedder"))
          .column(FrechetDistanceRow::dimensions, json("dimensions"), text("d", "%d"), count("d"))
          .column(FrechetDistanceRow::vectors, json("vectors"), text("n", "%,d"), count("n"))
          .column(FrechetDistanceRow::referenceRows, json("reference_rows"))
          .column(FrechetDistanceRow::comparedRows, json("compared_rows"))
          .column(
              FrechetDistanceRow::distance,
              json("distance"),
              text("distance", "%.6f"),
              page("Distance", Figures::fineBits))
          .column(
              FrechetDistanceRow::means,
              json("means"),
              text("means", "%.6f"),
              page("Of means", Figures::fineBits))
          .column(
              FrechetDistanceRow::covariances,
              json("covariances"),
              text("covariances", "%.6f"),
              page("Of covariances", Figures::fineBits))
          .column(FrechetDistanceRow::ciLow, json("ci_low"), text("low", "%.4f"))
          .column(FrechetDistanceRow::ciHigh, json("ci_high"), text("high", "%.4f"))
          .interval(
              "95\u202f% interval",
              FrechetDistanceRow::ciLow, FrechetDistanceRow::ciHigh, Figures::fineBits)
          .column(FrechetDistanceRow::drawBias, json("draw_bias"))
          .column(FrechetDistanceRow::draws, json("draws"))
          .column(
              FrechetDistanceRow::floor,
              json("floor"),
              text("floor", "%.4f"),
              page("Floor", Figures::fineBits))
          .column(
              FrechetDistanceRow::floorVectors,
              json("floor_vectors"),
              text("at n", "%,d"),
              page("Floor at n", value -> Figures.count(value)))
          .column(FrechetDistanceRow::lowN, json("low_n"))
          .column(row -> row.lowN() ? "below 10 d" : "enough", text("vectors"), page("Vectors"));

  public static final Columns<FrechetMeanRow> MEANS =
      Columns.<FrechetMeanRow>of()
          .column(FrechetMeanRow::reference, json("reference"))
          .column(FrechetMeanRow::compared, json("compared"), text("compared"), label("Compared"))
          .column(
              FrechetMeanRow::conditions,
              json("conditions"),
              text("conditions", "%d"),
              count("Conditions"))
          .column(
              FrechetMeanRow::leftOut, json("left_out"), text("left out", "%d"), count("Left out"))
          .column(
              FrechetMeanRow::distance,
              json("distance"),
              text("distance", "%.6f"),
              page("Mean distance", Figures::fineBits))
          .column(FrechetMeanRow::ciLow, json("ci_low"), text("low", "%.4f"))
          .column(FrechetMeanRow::ciHigh, json("ci_high"), text("high", "%.4f"))
          .interval(
              "95\u202f% interval",
              FrechetMeanRow::ciLow, FrechetMeanRow::ciHigh, Figures::fineBits)
          .column(
              FrechetMeanRow::floor,
              json("floor"),
              text("floor", "%.4f"),
              page("Mean floor", Figures::fineBits));

  public FrechetSection {
    rows =
        rows.stream()
            .sorted(
                Comparator.comparing(FrechetDistanceRow::compared)
                    .thenComparing(FrechetDistanceRow::condition))
            .toList();
    means = means.stream().sorted(Comparator.comparing(FrechetMeanRow::compared)).toList();
  }

  /** A group in the picture. */
  public record Bar(
      String name, double distance, Double low, Double high, Double floor, boolean lowN) {}

  public List<Bar> bars() {
    return rows.stream()
        .limit(DRAWN)
        .map(
            row ->
                new Bar(
                    VisibleText.line(
                        row.condition().equals("{}")
                            ? row.compared()
                            : row.compared() + " " + row.condition(),
                        60),
                    row.distance(),
                    row.ciLow(),
                    row.ciHigh(),
                    row.floor(),
                    row.lowN()))
        .toList();
  }

  public int undrawn() {
    return Math.max(0, rows.size() - DRAWN);
  }

  public FigureTable table() {
    return ROWS.table("Distances by condition", rows);
  }

  public FigureTable meanTable() {
    return MEANS.table("Means over conditions", means);
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("frechet.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("frechet", bars());
  }
}
