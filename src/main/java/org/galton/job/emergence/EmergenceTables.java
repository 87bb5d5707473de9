package org.galton.job.emergence;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.galton.job.RunName;
import org.galton.spec.InvalidInput;
import org.galton.table.Fence;
import org.galton.table.OutputFolder;
import org.galton.table.OutputLease;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.TrajectoryRow;

/**
 * Writes what groups show as a run of its own. Rows of pairs pass through, they are never all here.
 */
final class EmergenceTables {
  private final SparkSession spark;
  private final OutputFolder output;
  private final RunName run;
  private final Instant started;

  EmergenceTables(SparkSession spark, String folder, RunName run, Instant started) {
    this.spark = spark;
    this.output = new OutputFolder(folder, spark.sparkContext().hadoopConfiguration());
    this.run = run;
    this.started = started;
  }

  void write(
      EmergenceResult result,
      Findings findings,
      JavaRDD<Group> groups,
      JavaRDD<UnitResult> results,
      String galtonVersion) {
    try (OutputLease lease = OutputLease.acquire(output, run.runId(), Clock.systemUTC())) {
      Fence fence = lease.fence();
      // A sweep's run has its trajectories, as its row in runs, already: they stay.
      publish(Table.TRAJECTORIES, rows(trajectories(groups)), fence);
      publish(Table.EMERGENCE_PAIRS, rows(results.flatMap(one -> one.pairs().iterator())), fence);
      publish(
          Table.EMERGENCE_TRIPLETS, rows(results.flatMap(one -> one.triplets().iterator())), fence);
      publish(Table.EMERGENCE_AGENTS, rows(results.flatMap(one -> one.agents().iterator())), fence);
      publish(Table.EMERGENCE_GROUPS, result.figures(), fence);
      publish(Table.EMERGENCE_DIFFERENTIATION, findings.roles(), fence);
      publish(Table.EMERGENCE_CONDITIONS, result.conditions(), fence);
      publish(Table.EMERGENCE_EFFECTS, result.effects(), fence);
      publish(
          Table.RUNS,
          List.of(
              new RunRow(
                  run.runId(),
                  run.sweep(),
                  result.request().spec(),
                  galtonVersion,
                  spark.version(),
                  System.getProperty("java.version"),
                  started,
                  Clock.systemUTC().instant(),
                  0)),
          fence);
    } catch (UncheckedIOException e) {
      throw new InvalidInput(
          e.getMessage() + "; make the folder writable or name another as output", e);
    }
  }

  private JavaRDD<TrajectoryRow> trajectories(JavaRDD<Group> groups) {
    String runId = run.runId();
    return groups
        .sortBy(Group::key, true, groups.getNumPartitions())
        .flatMap(group -> group.rows(runId).iterator());
  }

  private static <R> Iterable<R> rows(JavaRDD<R> rows) {
    return rows::toLocalIterator;
  }

  private <R extends Record> void publish(Table<R> table, Iterable<R> rows, Fence fence) {
    output.ofRun(table, run.runId()).publish(table, rows, () -> fence.check(output));
  }
}
