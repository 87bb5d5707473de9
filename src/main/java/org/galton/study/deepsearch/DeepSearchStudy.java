package org.galton.study.deepsearch;

import java.util.List;
import java.util.Optional;
import org.galton.job.run.RunTables;
import org.galton.report.SweepSection;
import org.galton.study.Study;
import org.galton.study.deepsearch.row.DeepSearchTables;
import org.galton.table.Table;

/** What DeepSearch makes of trees of steps. */
public final class DeepSearchStudy implements Study {
  @Override
  public Class<?> command() {
    return DeepSearchCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return DeepSearchTables.ALL;
  }

  /** Trees of a sweep's searches. */
  @Override
  public Optional<SweepSection> section(RunTables run) {
    return Optional.of(TreeChoice.of(run));
  }
}
