package org.galton.job.run;

import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.OutputFolder;

/** Writes tables of one run, for whoever holds the output folder's lease. */
public record RunWriter(OutputFolder output, String runId, Fence fence) {

  /** Publishes a run's file of a table, whole; a file that is there stays. */
  public <R extends Record> void publish(Table<R> table, Iterable<R> rows) {
    output.ofRun(table, runId).publish(table, rows, () -> fence.check(output));
  }
}
