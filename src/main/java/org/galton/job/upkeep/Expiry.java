package org.galton.job.upkeep;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunName;
import org.galton.job.upkeep.ExpiryRequest.Mode;
import org.galton.job.upkeep.ExpiryResult.Expired;
import org.galton.spec.InvalidInput;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;

/**
 * Removes what nobody reads any more: files that a merge has replaced, generations that runs have
 * ceased to ask for, figures of old runs. No reader that begins now sees a difference in the first;
 * the others go a folder at a time.
 */
public final class Expiry {
  private final Configuration configuration;
  private final Clock clock;

  public Expiry(Configuration configuration, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * @param folder of the tables
   * @throws InvalidInput when no tables are there, or the folder cannot be written
   * @throws org.galton.table.store.Unfinished when a run is writing to it
   */
  public ExpiryResult run(String folder, ExpiryRequest request) {
    Instant started = clock.instant();
    OutputFolder output = new OutputFolder(folder, configuration);
    if (output.generations().isEmpty() && output.runs(Table.RUNS).isEmpty()) {
      throw new InvalidInput(
          "Cannot expire anything in %s: no tables are there; name the output folder of a sweep"
              .formatted(folder));
    }
    Optional<OutputLease> lease =
        request.mode() == Mode.DELETE
            ? Optional.of(acquire(output, RunName.at(started, "expire")))
            : Optional.empty();
    try {
      lease.ifPresent(held -> output.sweepUp());
      ReplacedFiles replaced = new ReplacedFiles(output, started.minus(request.grace()));
      List<Expired> expired = new ArrayList<>();
      // Old runs last: what they say decides which generations are still asked for.
      int waiting = replaced.expire(request.mode(), expired);
      request
          .unusedFor()
          .ifPresent(
              time ->
                  expired.addAll(
                      new UnusedGenerations(output, started.minus(time)).expire(request.mode())));
      request
          .runsOlderThan()
          .ifPresent(
              time ->
                  expired.addAll(new OldRuns(output, started.minus(time)).expire(request.mode())));
      return new ExpiryResult(
          List.copyOf(expired), waiting, Duration.between(started, clock.instant()));
    } finally {
      lease.ifPresent(OutputLease::close);
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
