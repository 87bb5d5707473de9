package org.galton.job.upkeep;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.galton.job.draw.KeyScan;
import org.galton.job.monitoring.RunMark;
import org.galton.job.run.RunName;
import org.galton.spec.InvalidInput;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;

/**
 * Merges the small files of every generation into a few large ones, sorted over all of it, and the
 * scores likewise. What was merged stays for readers that began before; {@link Expiry} removes it.
 * Whatever dies, every reader sees each row once: see {@link org.galton.table.store.CurrentFiles}.
 */
public final class Compaction {
  /**
   * Stored bytes that become one file; merged ones are smaller, and should not fall below 64 MiB.
   */
  public static final long BYTES_A_FILE = 128L << 20;

  private final SparkSession spark;
  private final long bytesAFile;
  private final Clock clock = Clock.systemUTC();

  public Compaction(SparkSession spark, long bytesAFile) {
    this.spark = spark;
    this.bytesAFile = bytesAFile;
  }

  /**
   * @param folder of the tables
   * @param progress told the place of each generation before it is merged
   * @throws InvalidInput when no rollouts are there, or the folder cannot be written
   * @throws org.galton.table.store.Unfinished when something else stops it; running it again goes
   *     on
   */
  public CompactResult run(String folder, Consumer<String> progress) {
    Instant started = clock.instant();
    OutputFolder output = new OutputFolder(folder, spark.sparkContext().hadoopConfiguration());
    if (output.generations().isEmpty()) {
      throw new InvalidInput(
          "Cannot compact %s: no rollouts are there; name the output folder of a sweep"
              .formatted(folder));
    }
    RunName run = RunName.at(started, "compact");
    RunMark.set(spark.sparkContext(), run.runId());
    try (OutputLease lease = acquire(output, run)) {
      output.sweepUp();
      GenerationMerge merge = new GenerationMerge(spark, output, lease.fence(), bytesAFile);
      List<CompactResult.MergedGeneration> merged = new ArrayList<>();
      List<GenerationFolder> generations = output.generations();
      new KeyScan(JavaSparkContext.fromSparkContext(spark.sparkContext()), output)
          .requireOnce(generations);
      for (GenerationFolder generation : generations) {
        Optional<CompactResult.MergedGeneration> done = merge.run(generation, progress);
        done.ifPresent(merged::add);
      }
      return new CompactResult(
          merged, generations.size() - merged.size(), Duration.between(started, clock.instant()));
    }
  }

  private OutputLease acquire(OutputFolder output, RunName run) {
    try {
      return OutputLease.acquire(output, run.runId(), clock);
    } catch (UncheckedIOException e) {
      throw new InvalidInput(e.getMessage() + "; make the folder writable", e);
    }
  }
}
