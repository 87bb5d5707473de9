package org.galton.job.run;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs of an output folder, without those whose files are damaged: these are named, no more. */
public record StoredRuns(OutputFolder output) {
  private static final Logger LOG = LoggerFactory.getLogger(StoredRuns.class);

  public Stream<RunRow> latestFirst() {
    return output.runs(Table.RUNS).stream()
        .sorted(Comparator.reverseOrder())
        .flatMap(
            id ->
                ifReadable(id, () -> output.ofRun(Table.RUNS, id).rows(Table.RUNS.rows())).stream())
        .flatMap(List::stream);
  }

  /** What is read of a run; empty where its files are damaged. */
  public <T> Optional<T> ifReadable(String runId, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (UncheckedIOException e) {
      LOG.warn(
          "Passing over {}: {}; './galton check --output {}' says what to do",
          runId,
          e.getMessage(),
          output.root());
      return Optional.empty();
    }
  }
}
