package org.galton.study.junk.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.study.junk.row.DoseMeanRow;
import org.galton.study.junk.row.DoseResponseRow;

/** Scores against the dose, with slope, trend and effect. */
public record DoseSection(List<DoseResponseRow> rows, List<DoseMeanRow> means)
    implements StudySection {
  private static final int DRAWN = 24;
  private static final double LOW = 0.05;

  public static final Columns<DoseResponseRow> ROWS =
      Columns.<DoseResponseRow>of()
          .column(DoseResponseRow::metric, text("metric"), page("Metric"))
          .column(DoseSection::whose, text("model"), page("Model"))
          .column(DoseResponseRow::scores, text("n", "%,d"), count("Scores"))
          .column(DoseResponseRow::slope, text("slope", "%.4f"), page("Slope", Figures::fineBits))
          .column(DoseResponseRow::slopeLow, text("low", "%.4f"))
          .column(DoseResponseRow::slopeHigh, text("high", "%.4f"))
          .interval(
              "95\u202f% interval",
              DoseResponseRow::slopeLow, DoseResponseRow::slopeHigh, Figures::fineBits)
          .column(
              DoseResponseRow::spearman, text("Spearman", "%.3f"), page("Spearman", Figures::bits))
          .column(
              DoseResponseRow::pFalls,
              text("p falls", "%.4G"),
              page("p, falls", Figures::probability))
          .column(
              DoseResponseRow::pRises,
              text("p rises", "%.4G"),
              page("p, rises", Figures::probability))
          .column(
              DoseResponseRow::pTwoSided,
              text("p two-sided", "%.4G"),
              page("p, two-sided", Figures::probability))
          .column(DoseResponseRow::pMethod, text("p by"), page("p by"))
          .column(
              DoseResponseRow::meanLowest,
              text("at lowest", "%.3f"),
              page("At lowest dose", Figures::bits))
          .column(
              DoseResponseRow::meanHighest,
              text("at highest", "%.3f"),
              page("At highest dose", Figures::bits))
          .column(DoseResponseRow::g, text("g", "%.3f"), page("Hedges\u2019 g", Figures::bits))
          .column(DoseResponseRow::gLow, text("from", "%.3f"))
          .column(DoseResponseRow::gHigh, text("to", "%.3f"))
          .interval("Interval of g", DoseResponseRow::gLow, DoseResponseRow::gHigh, Figures::bits)
          .column(DoseResponseRow::effect, text("effect"), page("Effect"));

  /** A metric's lines. */
  public record Picture(String title, List<Line> lines, String alternative) {}

  /**
   * A model, or all.
   *
   * @param whole whether it is of all models
   */
  public record Line(String name, boolean whole, List<At> points) {}

  /** A dose. */
  public record At(double dose, double mean, Double low, Double high) {}

  private static String whose(DoseResponseRow row) {
    return row.model() == null && row.models() > 1 ? "all " + row.models() : row.model();
  }

  public List<Picture> pictures() {
    Map<String, Map<String, List<DoseMeanRow>>> metrics = new LinkedHashMap<>();
    for (DoseMeanRow row : means) {
      metrics
          .computeIfAbsent(row.metric(), metric -> new LinkedHashMap<>())
          .computeIfAbsent(row.model() == null ? "" : row.model(), m -> new ArrayList<>())
          .add(row);
    }
    return metrics.entrySet().stream()
        .limit(DRAWN)
        .map(metric -> picture(metric.getKey(), metric.getValue()))
        .toList();
  }

  private static Picture picture(String metric, Map<String, List<DoseMeanRow>> models) {
    List<Line> lines = new ArrayList<>();
    models.forEach(
        (model, rows) ->
            lines.add(
                new Line(
                    model.isEmpty() && models.size() > 1
                        ? "mean of models"
                        : VisibleText.line(model.isEmpty() ? metric : model, 40),
                    model.isEmpty(),
                    rows.stream()
                        .map(row -> new At(row.dose(), row.mean(), row.ciLow(), row.ciHigh()))
                        .toList())));
    String title = VisibleText.line(metric, 80);
    return new Picture(title, List.copyOf(lines), title + " against the dose");
  }

  public int undrawn() {
    return Math.max(0, (int) means.stream().map(DoseMeanRow::metric).distinct().count() - DRAWN);
  }

  public FigureTable table() {
    return ROWS.table("Responses to the dose", rows);
  }

  public List<String> missing() {
    return missing(rows);
  }

  /** Why figures are missing, each reason once. */
  public static List<String> missing(List<DoseResponseRow> rows) {
    Map<String, Long> reasons =
        rows.stream()
            .filter(row -> row.missing() != null)
            .collect(
                Collectors.groupingBy(
                    DoseResponseRow::missing, LinkedHashMap::new, Collectors.counting()));
    return reasons.entrySet().stream()
        .map(
            reason ->
                "%d %s: %s"
                    .formatted(
                        reason.getValue(),
                        reason.getValue() == 1 ? "row" : "rows",
                        reason.getKey()))
        .toList();
  }

  /** What a metric says as a whole: the row of all models, or of the only one. */
  private List<DoseResponseRow> whole() {
    Map<String, DoseResponseRow> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(row.metric(), row));
    return List.copyOf(first.values());
  }

  public String finding() {
    List<DoseResponseRow> whole = whole();
    List<DoseResponseRow> clear =
        whole.stream().filter(row -> row.pTwoSided() != null && row.pTwoSided() <= LOW).toList();
    long falls = clear.stream().filter(row -> row.spearman() < 0).count();
    DoseResponseRow steepest = null;
    for (DoseResponseRow row : whole) {
      if (row.slope() != null
          && (steepest == null || Math.abs(row.slope()) > Math.abs(steepest.slope()))) {
        steepest = row;
      }
    }
    return "Of %d metrics %d fall with the dose and %d rise, two-sided p at most 0.05.%s"
        .formatted(
            whole.size(),
            falls,
            clear.size() - falls,
            steepest == null
                ? ""
                : " '%s' changes most: by %s a unit of dose."
                    .formatted(
                        VisibleText.line(steepest.metric(), 80),
                        Figures.fineBits(steepest.slope())));
  }

  public List<String> warnings() {
    long few = whole().stream().filter(row -> row.g() != null && row.atLowest() < 8).count();
    long drawn = rows.stream().filter(row -> "drawn".equals(row.pMethod())).count();
    List<String> warnings = new ArrayList<>();
    if (few > 0) {
      warnings.add(
          "%d metrics have fewer than 8 values at the lowest dose: intervals of g are rough, and mostly too narrow."
              .formatted(few));
    }
    if (drawn > 0) {
      warnings.add(
          "%d p-values are of drawn arrangements: all would be too many to count."
              .formatted(drawn));
    }
    return List.copyOf(warnings);
  }

  @Override
  public String template() {
    return beside("dose.html");
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("dose.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("doses", pictures());
  }
}
