package org.galton.study.scaling.view;

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

  private static final Columns<ScalingFitRow> FITS =
      Columns.<ScalingFitRow>named("Series", ScalingFitRow::series)
          .words("Status", ScalingFitRow::status)
          .words("R0 from", ScalingFitRow::r0Mode)
          .figure("R0, %", ScalingFitRow::r0, Figures::percentNumber)
          .figure("A, %", ScalingFitRow::asymptote, Figures::percentNumber)
          .interval(
              "95\u202f% interval",
              ScalingFitRow::asymptoteLow, ScalingFitRow::asymptoteHigh, Figures::percentNumber)
          .figure("B", ScalingFitRow::exponent, Figures::nats)
          .figure("C_mid", ScalingFitRow::midpoint, Figures::scientific)
          .figure("RMSE, points", ScalingFitRow::rmse, rmse -> Figures.nats(100 * rmse))
          .count("Points", ScalingFitRow::points)
          .figure("Largest C / C_mid", ScalingFitRow::reach, Figures::decimal);

  private static final Columns<ScalingFitRow> REFUSED =
      Columns.<ScalingFitRow>named("Series", ScalingFitRow::series)
          .words("Status", ScalingFitRow::status)
          .words("Meaning", fit -> ScalingChart.status(fit).meaning())
          .words("Reason", ScalingFitRow::reason);

  private static final Columns<ScalingForecastRow> FORECASTS =
      Columns.<ScalingForecastRow>named("Series", ScalingForecastRow::series)
          .figure("Compute", ScalingForecastRow::compute, Figures::scientific)
          .figure("Reward, %", ScalingForecastRow::reward, Figures::percentNumber)
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
