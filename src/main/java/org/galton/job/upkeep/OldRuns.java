package org.galton.job.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.galton.job.run.StoredRuns;
import org.galton.job.upkeep.ExpiryRequest.Mode;
import org.galton.job.upkeep.ExpiryResult.Expired;
import org.galton.job.upkeep.ExpiryResult.Reason;
import org.galton.study.Studies;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/**
 * Figures of runs that began before a time. The latest complete run of each sweep stays, and the
 * latest that has a summary. So do the accounts of all runs, tables {@code runs} and {@code books}:
 * they are small and say what was asked for when.
 */
record OldRuns(OutputFolder output, Instant since) {
  private static final Set<Table<?>> KEPT = Set.of(Table.RUNS, Table.BOOKS);

  List<Expired> expire(Mode mode) {
    List<RunRow> runs = new StoredRuns(output).latestFirst().toList();
    Set<String> latest = latest(runs);
    List<Expired> expired = new ArrayList<>();
    for (RunRow run : runs) {
      if (run.started().isBefore(since) && !latest.contains(run.runId())) {
        expire(run.runId(), mode, expired);
      }
    }
    return expired;
  }

  private Set<String> latest(List<RunRow> latestFirst) {
    Map<String, String> complete = new HashMap<>();
    Map<String, String> summarized = new HashMap<>();
    for (RunRow run : latestFirst) {
      if (output.ofRun(Table.METRICS, run.runId()).exists()) {
        summarized.putIfAbsent(run.sweep(), run.runId());
        if (run.exitCode() == 0) {
          complete.putIfAbsent(run.sweep(), run.runId());
        }
      }
    }
    Set<String> latest = new HashSet<>(complete.values());
    latest.addAll(summarized.values());
    return latest;
  }

  private void expire(String runId, Mode mode, List<Expired> expired) {
    for (Table<?> table : Studies.tables()) {
      Path folder = output.ofRun(table, runId).path().getParent();
      List<FileStatus> files = KEPT.contains(table) ? List.of() : output.files(folder);
      if (!files.isEmpty()) {
        if (mode == Mode.DELETE) {
          output.drop(folder);
        }
        expired.add(
            new Expired(
                Reason.OLD_RUN,
                output.place(folder),
                files.size(),
                files.stream().mapToLong(FileStatus::getLen).sum()));
      }
    }
  }
}
