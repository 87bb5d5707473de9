package org.galton.study.selection;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.selection.row.SelectionTables;
import org.galton.table.Table;

/** Which of many patches to take. */
public final class SelectionStudy implements Study {
  @Override
  public Class<?> command() {
    return SelectCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return SelectionTables.ALL;
  }
}
