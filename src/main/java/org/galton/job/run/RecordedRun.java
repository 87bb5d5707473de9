package org.galton.job.run;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.galton.spec.InvalidInput;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;
import org.galton.table.store.Unfinished;

/**
 * A run of its own in an output folder: holds the folder's lease, writes its tables, and last of
 * all its row in {@code runs}. Without that row no reader takes the run for finished.
 */
public record RecordedRun(SparkSession spark, RunName name, Instant started, RunOrigin origin) {
  /** Begins now. */
  public static RecordedRun begin(SparkSession spark, String study, RunOrigin origin) {
    Instant started = Clock.systemUTC().instant();
    return new RecordedRun(spark, RunName.at(started, study), started, origin);
  }

  /**
   * @param tables writes all tables but {@code runs}
   * @throws InvalidInput when the folder cannot be written
   * @throws Unfinished when another run holds the folder
   */
  public void write(String folder, Consumer<RunWriter> tables) {
    write(folder, 0, tables);
  }

  /**
   * @param exitCode with which the command will end
   */
  public void write(String folder, int exitCode, Consumer<RunWriter> tables) {
    OutputFolder output = new OutputFolder(folder, spark.sparkContext().hadoopConfiguration());
    try (OutputLease lease = OutputLease.acquire(output, name.runId(), Clock.systemUTC())) {
      RunWriter writer = new RunWriter(output, name.runId(), lease.fence());
      tables.accept(writer);
      writer.publish(
          Table.RUNS,
          List.of(
              origin.row(name, spark.version(), started, Clock.systemUTC().instant(), exitCode)));
    } catch (UncheckedIOException e) {
      throw new InvalidInput(
          e.getMessage() + "; make the folder writable or name another as output", e);
    }
  }
}
