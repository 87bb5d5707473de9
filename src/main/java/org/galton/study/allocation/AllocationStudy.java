package org.galton.study.allocation;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.allocation.row.AllocationTables;
import org.galton.table.Table;

/** How many rollouts each prompt gets next. */
public final class AllocationStudy implements Study {
  @Override
  public Class<?> command() {
    return AllocateCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return AllocationTables.ALL;
  }
}
