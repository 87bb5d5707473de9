package org.galton.study.scaling.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.LeftOut;
import org.galton.report.SweepSection;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;

/**
 * Curves of reward against compute.
 *
 * @param lead what is drawn
 * @param reward what the reward is, and the bars of its points
 * @param more series that are not drawn; empty where all are
 * @param tooFew the series without points enough for a curve
 * @param tables of all series
 */
public record ScalingSection(
    String lead,
    String reward,
    List<ScalingChart> drawn,
    String more,
    String tooFew,
    List<FigureTable> tables)
    implements SweepSection {
  private static final int MOST_DRAWN = 24;
  private static final int MOST_LISTED = 1000;

  /** Each curve, fitted or refused. */
  public static final Columns<ScalingFitRow> FITS =
      Columns.<ScalingFitRow>of()
          .column(ScalingFitRow::series, text("series"), page("Series"))
          .column(ScalingFitRow::status, text("status"), page("Status"))
          .column(ScalingFitRow::r0Mode, text("R0 from"), page("R0 from"))
          .column(ScalingFitRow::r0, text("R0", "%.4f"), page("R0, %", Figures::percentNumber))
          .column(ScalingFitRow::asymptote, text("A", "%.4f"), page("A, %", Figures::percentNumber))
          .column(ScalingFitRow::asymptoteLow, text("low", "%.4f"))
          .column(ScalingFitRow::asymptoteHigh, text("high", "%.4f"))
          .interval(
              "95\u202f% interval",
              ScalingFitRow::asymptoteLow, ScalingFitRow::asymptoteHigh, Figures::percentNumber)
          .column(ScalingFitRow::exponent, text("B", "%.3f"), page("B", Figures::nats))
          .column(
              ScalingFitRow::midpoint, text("C_mid", "%.6g"), page("C_mid", Figures::scientific))
          .column(
              ScalingFitRow::rmse,
              text("RMSE", "%.4f"),
              page("RMSE, points", rmse -> Figures.nats(100 * rmse)))
          .column(ScalingFitRow::points, text("points"), count("Points"))
          .column(
              ScalingFitRow::reach,
              text("max C/C_mid", "%.3g"),
              page("Largest C / C_mid", Figures::decimal));

  private static final Columns<ScalingFitRow> REFUSED =
      Columns.<ScalingFitRow>of()
          .column(ScalingFitRow::series, page("Series"))
          .column(ScalingFitRow::status, page("Status"))
          .column(fit -> ScalingChart.status(fit).meaning(), page("Meaning"))
          .column(ScalingFitRow::reason, page("Reason"));

  public static final Columns<ScalingForecastRow> FORECASTS =
      Columns.<ScalingForecastRow>of()
          .column(ScalingForecastRow::series, text("series"), page("Series"))
          .column(
              ScalingForecastRow::compute,
              json("compute"),
              text("compute", "%.6g"),
              page("Compute", Figures::scientific))
          .column(
              ScalingForecastRow::reward,
              json("reward"),
              text("forecast", "%.4f"),
              page("Reward, %", Figures::percentNumber))
          .column(ScalingForecastRow::ciLow, json("ci_low"), text("low", "%.4f"))
          .column(ScalingForecastRow::ciHigh, json("ci_high"), text("high", "%.4f"))
          .interval(
              "95\u202f% interval",
              ScalingForecastRow::ciLow, ScalingForecastRow::ciHigh, Figures::percentNumber);

  /** Over a sweep's checkpoints. */
  public static ScalingSection ofSweep(ScalingRows rows) {
    return new ScalingSection(
        "A saturating curve through the checkpoints of one training: solid where there are points,"
            + " dashed beyond them, with the reward it would end at.",
        "Fitted by least squares. Reward: share of rollouts that are right, averaged over prompts;"
            + " bars: 95 % interval over prompts, which all points share, so that the points scatter"
            + " about the curve far less than the bars suggest. Bands: 95 % profile intervals of the"
            + " curve and of its end A.",
        ScalingChart.of(rows),
        "",
        ScalingChart.tooFew(rows),
        List.of());
  }

  /** Over the measurements of one training, those of a refused curve too. */
  public static ScalingSection ofTraining(ScalingRows rows) {
    List<ScalingChart> charts = ScalingChart.ofTraining(rows).stream().limit(MOST_DRAWN).toList();
    return new ScalingSection(
        "A saturating curve through the measurements against what the training had cost by then:"
            + " solid where there are points, dashed beyond them, with the reward it would end at.",
        "Fitted by least squares, as ./galton fit does. Reward: pass@1; the measurement of the start"
            + " has no cost and is no point of the curve. Bars: 95 % interval over prompts, which all"
            + " points share, so that the points scatter about the curve far less than the bars"
            + " suggest. Bands: 95 % profile intervals of the curve and of its end A.",
        charts,
        rows.fits().size() > charts.size()
            ? "%s series are not drawn: they have no measurement after the start, or are too many."
                .formatted(Figures.count(rows.fits().size() - charts.size()))
            : "",
        "",
        List.of());
  }

  /** Over anyone's points. */
  static ScalingSection ofPoints(ScalingRows rows) {
    List<ScalingChart> charts =
        rows.fits().stream()
            .limit(MOST_DRAWN)
            .flatMap(fit -> ScalingChart.ofPoints(fit, rows).stream())
            .toList();
    List<ScalingFitRow> refused =
        rows.fits().stream().filter(fit -> fit.asymptote() == null).toList();
    return new ScalingSection(
        "A saturating curve through the points of each series: solid where there are points, dashed"
            + " beyond them, with the reward it would end at. Hollow: forecasts that were asked for.",
        "Bars: 95 % intervals, of points by the noise that the input tells, with the prompts held"
            + " fixed. Band: 95 % profile interval of the end A.",
        charts,
        rows.fits().size() > MOST_DRAWN
            ? "%s series are not drawn.".formatted(Figures.count(rows.fits().size() - MOST_DRAWN))
            : "",
        "",
        Stream.of(
                listed("Fits", FITS, rows.fits()),
                listed("Refused, with the reason", REFUSED, refused),
                listed("Forecasts", FORECASTS, rows.forecasts()))
            .filter(table -> !table.rows().isEmpty())
            .toList());
  }

  private static <R> FigureTable listed(String caption, Columns<R> columns, List<R> rows) {
    return columns.table(
        rows.size() > MOST_LISTED
            ? "%s: %s of %s, all in the tables of this folder"
                .formatted(caption, Figures.count(MOST_LISTED), Figures.count(rows.size()))
            : caption,
        rows.stream().limit(MOST_LISTED).toList());
  }

  @Override
  public String anchor() {
    return "scaling";
  }

  @Override
  public String word() {
    return "Scaling";
  }

  @Override
  public boolean isShown() {
    return !drawn.isEmpty();
  }

  @Override
  public Optional<LeftOut> leftOut() {
    return Optional.of(
        new LeftOut(
            "Where the training would end",
            "five checkpoints of one training that know their training compute"
                + (tooFew.isEmpty() ? "" : " (" + tooFew + ")")));
  }

  @Override
  public List<String> scripts() {
    return List.of(beside("scaling.js"));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of("scaling", drawn.stream().map(ScalingChart::data).toList());
  }
}
