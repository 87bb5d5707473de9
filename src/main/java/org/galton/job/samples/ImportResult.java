package org.galton.job.samples;

import java.util.List;
import org.galton.job.summary.Summary;
import org.galton.table.BooksRow;

/**
 * What an import found and kept.
 *
 * @param study under which its run stands in the tables, as a sweep's name does
 * @param summary of all that is stored of the log's cells
 */
public record ImportResult(String runId, String study, Summary summary) {

  public List<BooksRow> books() {
    return summary.books();
  }

  /** Rollouts that were not there yet. */
  public long added() {
    return books().stream().mapToLong(BooksRow::generated).sum();
  }
}
