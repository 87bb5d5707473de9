package org.galton.job;

import java.util.List;
import org.galton.table.BooksRow;

/** What an import found and kept: the books of each of the log's cells. */
public record ImportResult(String runId, List<BooksRow> books) {

  /** Rollouts that were not there yet. */
  public long added() {
    return books.stream().mapToLong(BooksRow::generated).sum();
  }
}
