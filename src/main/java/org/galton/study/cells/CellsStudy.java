package org.galton.study.cells;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.cells.row.CellTables;
import org.galton.table.Table;

/** Cells as sentences of gene names. */
public final class CellsStudy implements Study {
  @Override
  public Class<?> command() {
    return CellsCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return CellTables.ALL;
  }
}
