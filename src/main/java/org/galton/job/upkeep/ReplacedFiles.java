package org.galton.job.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.galton.job.upkeep.ExpiryRequest.Mode;
import org.galton.job.upkeep.ExpiryResult.Expired;
import org.galton.job.upkeep.ExpiryResult.Reason;
import org.galton.table.store.CurrentFiles;
import org.galton.table.store.FileName;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;

/**
 * Files that a merge has replaced.
 *
 * @param mergedBefore merges later than this may still have readers that began before them
 */
record ReplacedFiles(OutputFolder output, Instant mergedBefore) {

  /** Returns the number of files that wait for their grace to end. */
  int expire(Mode mode, List<Expired> expired) {
    int waiting = 0;
    for (GenerationFolder generation : output.generations()) {
      CurrentFiles rollouts = output.current(generation.rollouts());
      boolean over = merged(rollouts).isBefore(mergedBefore);
      for (Path folder :
          Stream.concat(generation.dependents().stream(), Stream.of(generation.rollouts()))
              .toList()) {
        CurrentFiles files = output.current(folder);
        // Nobody has ever read those of a merge that was broken off, and nobody goes on with it.
        remove(Reason.BROKEN_OFF, folder, files.unfinished(), mode, expired);
        if (over) {
          remove(Reason.REPLACED, folder, files.replaced(), mode, expired);
        } else {
          waiting += files.replaced().size();
        }
      }
    }
    return waiting;
  }

  /** When the last part of the merge that counts became visible. */
  private static Instant merged(CurrentFiles rollouts) {
    return Instant.ofEpochMilli(
        rollouts.current().stream()
            .filter(file -> FileName.parse(file.getPath().getName()).kind() == FileName.Kind.MERGED)
            .mapToLong(FileStatus::getModificationTime)
            .max()
            .orElse(0));
  }

  private void remove(
      Reason reason, Path folder, List<FileStatus> files, Mode mode, List<Expired> expired) {
    if (!files.isEmpty()) {
      if (mode == Mode.DELETE) {
        files.forEach(file -> output.delete(file.getPath()));
      }
      expired.add(
          new Expired(
              reason,
              output.place(folder),
              files.size(),
              files.stream().mapToLong(FileStatus::getLen).sum()));
    }
  }
}
