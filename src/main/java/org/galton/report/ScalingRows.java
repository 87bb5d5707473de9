package org.galton.report;

import java.util.List;
import org.galton.table.ScalingFitRow;
import org.galton.table.ScalingForecastRow;
import org.galton.table.ScalingPointRow;

/** The run's curves over checkpoints, fitted or refused, with their points and forecasts. */
public record ScalingRows(
    List<ScalingFitRow> fits, List<ScalingPointRow> points, List<ScalingForecastRow> forecasts) {
  static final ScalingRows NONE = new ScalingRows(List.of(), List.of(), List.of());

  public ScalingRows {
    fits = List.copyOf(fits);
    points = List.copyOf(points);
    forecasts = List.copyOf(forecasts);
  }
}
