package org.galton.study.frechet;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.frechet.row.FrechetTables;
import org.galton.table.Table;

/** How far groups of vectors are from a reference. */
public final class FrechetStudy implements Study {
  @Override
  public Class<?> command() {
    return FrechetCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return FrechetTables.ALL;
  }
}
