package org.galton.job;

import java.util.List;
import org.galton.table.Fence;
import org.galton.table.OutputFolder;
import org.galton.table.Table;

/** Writes the fits of a run. */
record ScalingTables(OutputFolder output, Fence fence) {

  void write(RunName run, List<FittedSeries> series) {
    publish(
        run, Table.SCALING_POINTS, series.stream().flatMap(one -> one.points().stream()).toList());
    publish(run, Table.SCALING_FITS, series.stream().map(FittedSeries::fit).toList());
    publish(
        run,
        Table.SCALING_FORECASTS,
        series.stream().flatMap(one -> one.forecasts().stream()).toList());
  }

  private <R extends Record> void publish(RunName run, Table<R> table, List<R> rows) {
    output.ofRun(table, run.runId()).publish(table, rows, () -> fence.check(output));
  }
}
