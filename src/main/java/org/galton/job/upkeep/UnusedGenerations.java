package org.galton.job.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.galton.job.run.StoredRuns;
import org.galton.job.upkeep.ExpiryRequest.Mode;
import org.galton.job.upkeep.ExpiryResult.Expired;
import org.galton.job.upkeep.ExpiryResult.Reason;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.TableFile;

/**
 * Generations that no run since a time has asked for, by the table {@code books}, and of which no
 * file is as young: a run that has not closed its books yet may have drawn it.
 */
record UnusedGenerations(OutputFolder output, Instant since) {
  private record Asked(String task, String generation) {}

  private record Began(Instant started) {}

  List<Expired> expire(Mode mode) {
    Set<String> asked = asked();
    List<Expired> expired = new ArrayList<>();
    for (GenerationFolder generation : output.generations()) {
      List<FileStatus> files = output.files(generation.rollouts());
      boolean young =
          files.stream().anyMatch(file -> file.getModificationTime() >= since.toEpochMilli());
      if (!young && !asked.contains(ofTaskAndGeneration(generation.place()))) {
        List<FileStatus> all =
            Stream.of(
                    files,
                    output.files(generation.tokens()),
                    output.files(generation.searches()),
                    output.files(generation.searchNodes()),
                    output.files(generation.scores()))
                .flatMap(List::stream)
                .toList();
        if (mode == Mode.DELETE) {
          // Rollouts without scores are not judged yet; scores without rollouts are nothing.
          output.drop(generation.scores());
          output.drop(generation.tokens());
          output.drop(generation.searches());
          output.drop(generation.searchNodes());
          output.drop(generation.rollouts());
        }
        expired.add(
            new Expired(
                Reason.UNUSED,
                output.place(generation.rollouts()),
                all.size(),
                all.stream().mapToLong(FileStatus::getLen).sum()));
      }
    }
    return expired;
  }

  /** Without the model: it may have been given another name since. */
  private static String ofTaskAndGeneration(String place) {
    return place.substring(place.indexOf('/') + 1);
  }

  private Set<String> asked() {
    Set<String> asked = new HashSet<>();
    for (String runId : output.runs(Table.BOOKS)) {
      TableFile run = output.ofRun(Table.RUNS, runId);
      // A run without a row has not ended, or was killed: it counts as of now.
      boolean recent =
          !run.exists()
              || new StoredRuns(output)
                  .ifReadable(runId, () -> run.rows(Table.RUNS.part(Began.class)))
                  .map(rows -> rows.stream().anyMatch(row -> !row.started().isBefore(since)))
                  .orElse(true);
      if (recent) {
        output
            .ofRun(Table.BOOKS, runId)
            .rows(Table.BOOKS.part(Asked.class))
            .forEach(
                row ->
                    asked.add(
                        ofTaskAndGeneration(
                            new Partition("any", row.task(), row.generation()).place())));
      }
    }
    return asked;
  }
}
