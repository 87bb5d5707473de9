package org.galton.study.deepsearch;

import java.util.List;
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
}
