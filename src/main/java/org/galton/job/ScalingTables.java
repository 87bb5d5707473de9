package org.galton.job;

import java.util.List;
import org.galton.table.Table;

/** The tables of fits. */
final class ScalingTables {
  private ScalingTables() {}

  static void write(List<FittedSeries> series, RunWriter run) {
    run.publish(
        Table.SCALING_POINTS, series.stream().flatMap(one -> one.points().stream()).toList());
    run.publish(Table.SCALING_FITS, series.stream().map(FittedSeries::fit).toList());
    run.publish(
        Table.SCALING_FORECASTS, series.stream().flatMap(one -> one.forecasts().stream()).toList());
  }
}
