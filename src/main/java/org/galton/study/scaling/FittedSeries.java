package org.galton.study.scaling;

import java.io.Serializable;
import java.util.List;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;
import org.galton.study.scaling.row.ScalingPointRow;

/**
 * What came of one series, as rows of its tables.
 *
 * @param points in ascending order of compute
 * @param forecasts in ascending order of compute; none where the fit was refused
 * @param alternatives what else was fitted
 */
public record FittedSeries(
    ScalingFitRow fit,
    List<ScalingPointRow> points,
    List<ScalingForecastRow> forecasts,
    AlternativeFits alternatives)
    implements Serializable {

  /** The forecasts of a sweep that are news, without those that only draw the curve. */
  public FittedSeries atHorizons() {
    return new FittedSeries(
        fit,
        points,
        forecasts.stream()
            .filter(
                forecast ->
                    CheckpointSeries.HORIZONS.stream()
                        .anyMatch(times -> forecast.compute() == times * fit.maxCompute()))
            .toList(),
        alternatives);
  }
}
