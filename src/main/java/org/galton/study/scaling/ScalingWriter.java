package org.galton.study.scaling;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.scaling.row.ScalingTables;

/** The tables of fits. */
public final class ScalingWriter {
  private ScalingWriter() {}

  public static void write(List<FittedSeries> series, RunWriter run) {
    run.publish(
        ScalingTables.POINTS, series.stream().flatMap(one -> one.points().stream()).toList());
    run.publish(ScalingTables.FITS, series.stream().map(FittedSeries::fit).toList());
    run.publish(
        ScalingTables.FORECASTS, series.stream().flatMap(one -> one.forecasts().stream()).toList());
  }
}
