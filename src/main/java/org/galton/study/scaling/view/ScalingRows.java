package org.galton.study.scaling.view;

import java.util.ArrayList;
import java.util.List;
import org.galton.report.RowSource;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;
import org.galton.study.scaling.row.ScalingPointRow;
import org.galton.study.scaling.row.ScalingTables;

/** The run's curves over checkpoints, fitted or refused, with their points and forecasts. */
public record ScalingRows(
    List<ScalingFitRow> fits, List<ScalingPointRow> points, List<ScalingForecastRow> forecasts) {
  public static final ScalingRows NONE = new ScalingRows(List.of(), List.of(), List.of());

  public ScalingRows {
    fits = List.copyOf(fits);
    points = List.copyOf(points);
    forecasts = List.copyOf(forecasts);
  }

  public static ScalingRows read(RowSource source) {
    List<ScalingFitRow> fits = new ArrayList<>();
    List<ScalingPointRow> points = new ArrayList<>();
    List<ScalingForecastRow> forecasts = new ArrayList<>();
    source.forEach(ScalingTables.FITS, fits::add);
    source.forEach(ScalingTables.POINTS, points::add);
    source.forEach(ScalingTables.FORECASTS, forecasts::add);
    return new ScalingRows(fits, points, forecasts);
  }
}
