package org.galton.table.store;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/** Keeps a run that lost its {@link OutputLease} from publishing. */
public record Fence(String runId) implements Serializable {

  /**
   * @throws Unfinished when another run holds the output, or none does
   */
  public void check(OutputFolder output) {
    Path file = OutputLease.file(output);
    String holder =
        Storage.attempt(
            "read",
            file,
            () -> OutputLease.holder(output).map(OutputLease.Holder::runId).orElse("no run"));
    if (!holder.equals(runId)) {
      throw new Unfinished(
          "Cannot publish to %s: %s holds it now, and this is %s; let that one finish"
              .formatted(output.root(), holder, runId));
    }
  }
}
